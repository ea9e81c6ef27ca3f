import type { Readable } from 'node:stream';
import { Refusal } from './errors.ts';

/** A part of multipart/form-data (RFC 7578). `content` is read to its end, or not at all: what is left is passed over. */
export type Part = {
  readonly name: string;
  /** Null for a plain field. */
  readonly fileName: string | null;
  readonly contentType: string;
  readonly content: AsyncIterable<Buffer>;
};

const maxPreambleBytes = 64 * 1024;
const maxHeadBytes = 8 * 1024;

/** @returns null when it is no multipart/form-data, or names no boundary that RFC 2046 allows */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/is.exec(
    contentType ?? '',
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Parts in their order, as they come: nothing is gathered but one piece of what was sent, so a gigabyte costs as much
 * memory as a kilobyte. Whoever stops early reads no further.
 * @throws Refusal 400 `request.malformed`
 */
export async function* readMultipart(body: Readable, boundary: string): AsyncGenerator<Part> {
  const source = new Source(body, Buffer.from(`\r\n--${boundary}`));
  await source.skipPreamble();
  while (await source.startsPart()) {
    const head = await source.head();
    const content = source.content();
    yield { ...readHead(head), content };
    await passOver(content);
  }
}

async function passOver(content: AsyncGenerator<Buffer>): Promise<void> {
  while ((await content.next()).done !== true) {
    // Its reader did not want it.
  }
}

class Source {
  readonly #pieces: AsyncIterator<Buffer | string>;
  readonly #delimiter: Buffer;
  /** The first delimiter may stand at the very start, so a line break is put before it. */
  #held: Buffer = Buffer.from('\r\n');
  #ended = false;

  constructor(body: Readable, delimiter: Buffer) {
    // Not destroyed when we stop early: the rest of a request has still to be read past.
    this.#pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer | string>;
    this.#delimiter = delimiter;
  }

  async skipPreamble(): Promise<void> {
    let passed = 0;
    for await (const piece of this.content()) {
      passed += piece.length;
      if (passed > maxPreambleBytes) {
        throw malformed();
      }
    }
  }

  /** After a delimiter: whether a part follows, or this was the last. */
  async startsPart(): Promise<boolean> {
    const line = await this.#until(Buffer.from('\r\n'), 1024, { endIsEnough: true });
    if (line.subarray(0, 2).equals(Buffer.from('--'))) {
      return false;
    }
    if (line.toString('latin1').trim() !== '') {
      throw malformed();
    }
    return true;
  }

  async head(): Promise<string> {
    // A part without any header begins with an empty line at once.
    this.#held = Buffer.concat([Buffer.from('\r\n'), this.#held]);
    return (await this.#until(Buffer.from('\r\n\r\n'), maxHeadBytes)).toString('utf8');
  }

  /** The bytes up to the next delimiter, which is taken too. */
  async *content(): AsyncGenerator<Buffer> {
    const delimiter = this.#delimiter;
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      if (at >= 0) {
        const last = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + delimiter.length);
        if (last.length > 0) {
          yield last;
        }
        return;
      }
      const safe = this.#held.length - delimiter.length + 1;
      if (safe > 0) {
        const piece = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield piece;
      }
      await this.#more();
    }
  }

  async #until(mark: Buffer, maxBytes: number, { endIsEnough = false } = {}): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const found = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        return found;
      }
      if (this.#held.length > maxBytes) {
        throw malformed();
      }
      if (endIsEnough && this.#held.subarray(0, 2).equals(Buffer.from('--'))) {
        return this.#held;
      }
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const next = this.#ended
      ? { done: true as const, value: undefined }
      : await this.#pieces.next();
    if (next.done) {
      this.#ended = true;
      throw malformed();
    }
    this.#held = Buffer.concat([this.#held, Buffer.from(next.value as Buffer)]);
  }
}

const malformed = () => new Refusal('invalid', 'request.malformed');

function readHead(head: string): Omit<Part, 'content'> {
  const lines = head.split('\r\n').filter((line) => line !== '');
  const valueOf = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const disposition = valueOf('content-disposition') ?? '';
  const name = parameterOf(disposition, 'name');
  if (!/^form-data\b/i.test(disposition) || name === null) {
    throw malformed();
  }
  return {
    name,
    fileName: parameterOf(disposition, 'filename'),
    contentType: valueOf('content-type') ?? 'text/plain',
  };
}

/** Browsers escape the three signs that would end the value, and nothing else (HTML, multipart/form-data encoding). */
function parameterOf(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}="([^"]*)"|;\\s*${name}=([^\\s;"]+)`, 'i').exec(
    disposition,
  );
  const value = found?.[1] ?? found?.[2];
  return value === undefined
    ? null
    : value.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}
