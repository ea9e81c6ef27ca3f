import type { Database } from '../../../kernel/database.ts';
import { compileBlockList, type BlockList } from './block-list.ts';
import { readBlocked, readPolicy } from './queries/read-screening.ts';
import type { AttachmentPolicy } from './schema.ts';
import { screeningNotice } from './screening-store.ts';

/** What a company has said about whom and what it takes in, compiled. */
export type Rules = { readonly blockOf: BlockList; readonly files: AttachmentPolicy };

export type Screening = {
  of(workspaceId: string): Promise<Rules>;
  close(): Promise<void>;
};

/** Asked for every letter, changed seldom: kept until somebody changes it, in whatever process. */
export function openScreening(db: Database): Screening {
  const known = new Map<string, Promise<Rules>>();
  const listener = db.listen(
    screeningNotice,
    (workspaceId) => void known.delete(workspaceId),
    () => known.clear(),
    { atOnce: true },
  );
  return {
    of(workspaceId) {
      const found = known.get(workspaceId);
      if (found) {
        return found;
      }
      const reading = db.read(workspaceId, async (reader) => ({
        blockOf: compileBlockList(await readBlocked(reader, workspaceId)),
        files: await readPolicy(reader, workspaceId),
      }));
      known.set(workspaceId, reading);
      reading.catch(() => known.delete(workspaceId));
      return reading;
    },
    close: () => listener.close(),
  };
}
