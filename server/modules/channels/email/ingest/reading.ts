import type { OwnMail } from '../automatic/read-automatic.ts';
import type { Letter } from '../letter/letter.ts';
import { parseLetter } from '../letter/parse-letter.ts';
import { Aside } from './understand-aside.ts';
import { understandLetter, type Understood } from './understand.ts';

/** A letter of more bytes is understood aside: what takes seconds must not stop the process for that long. */
const longBytes = 512 * 1024;
/** So is one with more characters of HTML: nothing but elements, they cost 200 ms here. */
const longHtml = 100_000;
/** Where its head ends at the latest. */
const headBytes = 4 * 1024 * 1024;
/** More than so many at once are a flood: it is read aside too, and this thread is left to the people at the desk. */
const flood = 3;

/** `understood` is null for a long letter: of it only what its head says is known, and `aside` has to be asked. */
export type Read = { readonly letter: Letter; readonly understood: Understood | null };

/** Decides on which thread a letter is read. */
export class Reading {
  readonly #long = new Aside();
  readonly #many = new Aside();
  #atOnce = 0;

  async read(raw: Uint8Array, own: OwnMail): Promise<Read> {
    if (raw.byteLength > longBytes) {
      return { letter: await parseLetter(headOf(raw)), understood: null };
    }
    this.#atOnce += 1;
    try {
      const aside = this.#atOnce > flood ? await this.#ofFlood(raw, own) : null;
      return aside ?? (await readHere(raw, own));
    } finally {
      this.#atOnce -= 1;
    }
  }

  /** A long one, whole. @throws Error when it is too much for the thread aside */
  aside(raw: Uint8Array, own: OwnMail): Promise<Understood> {
    return this.#long.understand(raw, own);
  }

  /** Null: it has to be read here, to know what is wrong with it or with that thread. */
  async #ofFlood(raw: Uint8Array, own: OwnMail): Promise<Read | null> {
    const understood = await this.#many.understand(raw, own).catch(() => null);
    return understood && { letter: understood.letter, understood };
  }
}

async function readHere(raw: Uint8Array, own: OwnMail): Promise<Read> {
  const letter = await parseLetter(raw);
  const isLong = (letter.html?.length ?? 0) > longHtml;
  return { letter, understood: isLong ? null : understandLetter(letter, own) };
}

function headOf(raw: Uint8Array): Uint8Array {
  const top = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, headBytes));
  const ends = [top.indexOf('\r\n\r\n'), top.indexOf('\n\n')].filter((end) => end !== -1);
  return top.subarray(0, Math.min(...ends, top.length));
}
