import { Readable } from 'node:stream';
import { systemActor } from '../../../../kernel/actor.ts';
import type { Database } from '../../../../kernel/database.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { OwnAddresses } from '../../own-addresses.ts';
import type { WaitingLetter } from '../../queries/waiting-letters.ts';
import type { LetterReader } from '../../runner/ingest-worker.ts';
import type { InboundEnvelope, MailAuthentication } from '../../schema.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import { ownMark } from '../outgoing/own-mark.ts';
import type { ThreadParts } from './find-thread.ts';
import { ingestLetter } from './ingest-letter.ts';
import type { StoredLetterFile } from './message-of-letter.ts';
import { understand, type UnderstoodFile } from './understand.ts';

export type LetterReaderParts = ThreadParts & {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly ownAddresses: OwnAddresses;
  readonly raw: { read(key: string): Promise<Uint8Array> };
  readonly files: { put(content: Readable, maxBytes: number): Promise<StoredLetterFile> };
  readonly authenticate: (
    raw: Uint8Array,
    envelope: InboundEnvelope,
  ) => Promise<MailAuthentication | null>;
};

/** Reads raw letters: parsing, files to disk, SPF/DKIM/DMARC; then the one transaction. */
export function letterReader(parts: LetterReaderParts): LetterReader {
  const command = ingestLetter(parts);
  const marks = new Map<string, string>();
  const markOf = (workspaceId: string) => {
    const mark = marks.get(workspaceId) ?? ownMark(parts.replySecret, workspaceId);
    marks.set(workspaceId, mark);
    return mark;
  };
  return {
    async prepare(workspaceId, letter: WaitingLetter) {
      const raw = await parts.raw.read(letter.raw);
      const addresses = await parts.ownAddresses.of(workspaceId);
      const understood = await understand(raw, {
        addresses,
        marks: [markOf(workspaceId)],
      });
      const { messageId } = understood.letter;
      return {
        keys: [...threadKeys(understood.letter), ...(messageId ? [messageId] : [])],
        async take() {
          const stored = await storeFiles(parts, understood.files);
          const authentication = await parts.authenticate(raw, letter.envelope);
          await parts.executor().execute(
            command,
            {
              inboundId: letter.id,
              channelId: letter.channelId,
              externalId: letter.externalId,
              understood,
              stored,
              authentication,
            },
            systemActor(workspaceId, 'mail'),
          );
        },
      };
    },
  };
}

/** One after the other: a thousand parts must not be a thousand open files. */
async function storeFiles(
  { files }: Pick<LetterReaderParts, 'files'>,
  list: readonly UnderstoodFile[],
): Promise<StoredLetterFile[]> {
  const stored = [];
  for (const { content } of list) {
    stored.push(await files.put(Readable.from([content]), Number.MAX_SAFE_INTEGER));
  }
  return stored;
}
