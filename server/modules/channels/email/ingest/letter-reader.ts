import { Readable } from 'node:stream';
import type { Database } from '../../../../kernel/database.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { OwnAddresses } from '../../own-addresses.ts';
import type { WaitingLetter } from '../../queries/waiting-letters.ts';
import type { LetterReader, PreparedLetter } from '../../runner/letter-line.ts';
import type { InboundEnvelope, MailAuthentication } from '../../schema.ts';
import type { OwnMail } from '../automatic/read-automatic.ts';
import type { Letter } from '../letter/letter.ts';
import { parseLetter } from '../letter/parse-letter.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import type { Screening } from '../../screening/screening.ts';
import { ownMark } from '../outgoing/own-mark.ts';
import type { ThreadParts } from './find-thread.ts';
import { ingestLetters } from './ingest-letters.ts';
import { screenLetter } from './screen-letter.ts';
import type { StoredLetterFile } from './message-of-letter.ts';
import { TakingTogether } from './taking-together.ts';
import { understandAside } from './understand-aside.ts';
import { understandLetter, type Understood, type UnderstoodFile } from './understand.ts';

export type LetterReaderParts = ThreadParts & {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly ownAddresses: OwnAddresses;
  readonly screening: Pick<Screening, 'of'>;
  readonly raw: { read(key: string): Promise<Uint8Array> };
  readonly files: { put(content: Readable, maxBytes: number): Promise<StoredLetterFile> };
  readonly authenticate: (
    raw: Uint8Array,
    envelope: InboundEnvelope,
  ) => Promise<MailAuthentication | null>;
};

/** A letter of more bytes is understood aside: what takes seconds must not stop the process for that long. */
const longBytes = 512 * 1024;
/** So is one with more characters of HTML: nothing but elements, they cost 200 ms here. */
const longHtml = 100_000;
/** Where its head ends at the latest. */
const headBytes = 4 * 1024 * 1024;

/** Reads raw letters: parsing, files to disk, SPF/DKIM/DMARC; then the transaction. */
export function letterReader(parts: LetterReaderParts): LetterReader {
  const together = new TakingTogether(parts.executor, ingestLetters(parts));
  const marks = new Map<string, string>();
  const markOf = (workspaceId: string) => {
    const mark = marks.get(workspaceId) ?? ownMark(parts.replySecret, workspaceId);
    marks.set(workspaceId, mark);
    return mark;
  };
  const ownOf = async (workspaceId: string): Promise<OwnMail> => ({
    addresses: await parts.ownAddresses.of(workspaceId),
    marks: [markOf(workspaceId)],
  });

  async function take(at: At, raw: Uint8Array, read: Understood): Promise<void> {
    const { workspaceId, letter } = at;
    const understood = screenLetter(await parts.screening.of(workspaceId), letter.envelope, read);
    const stored = await storeFiles(parts, understood.files);
    const authentication = await parts.authenticate(raw, letter.envelope);
    const { id: inboundId, channelId, externalId } = letter;
    await together.take(workspaceId, {
      inboundId,
      channelId,
      externalId,
      understood,
      stored,
      authentication,
    });
  }

  function long(at: At, keys: readonly string[]): PreparedLetter {
    return {
      keys,
      isLong: true,
      async take() {
        // Read anew: while it waits for its turn its bytes would stand in memory for nothing.
        const bytes = await parts.raw.read(at.letter.raw);
        await take(at, bytes, await understandAside(bytes, await ownOf(at.workspaceId)));
      },
    };
  }

  return {
    async prepare(workspaceId, letter: WaitingLetter) {
      const at = { workspaceId, letter };
      const raw = await parts.raw.read(letter.raw);
      if (raw.byteLength > longBytes) {
        return long(at, keysOf(await parseLetter(headOf(raw))));
      }
      const parsed = await parseLetter(raw);
      if ((parsed.html?.length ?? 0) > longHtml) {
        return long(at, keysOf(parsed));
      }
      const understood = understandLetter(parsed, await ownOf(workspaceId));
      return {
        keys: keysOf(understood.letter),
        isLong: false,
        take: () => take(at, raw, understood),
      };
    },
  };
}

type At = { readonly workspaceId: string; readonly letter: WaitingLetter };

const keysOf = (letter: Letter): string[] => [
  ...threadKeys(letter),
  ...(letter.messageId ? [letter.messageId] : []),
];

function headOf(raw: Uint8Array): Uint8Array {
  const top = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, headBytes));
  const ends = [top.indexOf('\r\n\r\n'), top.indexOf('\n\n')].filter((end) => end !== -1);
  return top.subarray(0, Math.min(...ends, top.length));
}

/** One after the other: a thousand parts must not be a thousand open files. */
async function storeFiles(
  { files }: Pick<LetterReaderParts, 'files'>,
  list: readonly UnderstoodFile[],
): Promise<StoredLetterFile[]> {
  const stored = [];
  for (const { content } of list) {
    stored.push(await files.put(Readable.from(pieces(content)), Number.MAX_SAFE_INTEGER));
  }
  return stored;
}

/** Piece by piece, so that others have their turn while a large file is hashed. */
function* pieces(content: Uint8Array): Generator<Uint8Array> {
  const size = 1024 * 1024;
  for (let from = 0; from === 0 || from < content.byteLength; from += size) {
    yield content.subarray(from, from + size);
  }
}
