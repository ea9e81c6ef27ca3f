import type { Database, Reader } from '../../kernel/database.ts';
import { readStored } from './queries/read-workflows.ts';
import { compileWorkflows, type Workflows } from './rules/workflow.ts';
import { workflowNotice } from './notice.ts';

export type KnownWorkflows = {
  /** Compiled; read by `reader` when they are not known yet. */
  of(workspaceId: string, reader: Reader): Promise<Workflows>;
  close(): Promise<void>;
};

/** Asked for every ticket, changed seldom: kept until somebody changes them, in whatever process. */
export function openKnownWorkflows(db: Database): KnownWorkflows {
  const known = new Map<string, Workflows>();
  /** Grows with every change heard of: what was read before it must not be kept. */
  let edition = 0;
  const forget = (workspaceId?: string) => {
    edition += 1;
    if (workspaceId === undefined) {
      known.clear();
    } else {
      known.delete(workspaceId);
    }
  };
  const listener = db.listen(
    workflowNotice,
    (workspaceId) => forget(workspaceId),
    () => forget(),
  );
  return {
    async of(workspaceId, reader) {
      const found = known.get(workspaceId);
      if (found) {
        return found;
      }
      const begun = edition;
      const compiled = compileWorkflows(await readStored(reader, workspaceId));
      if (begun === edition) {
        known.set(workspaceId, compiled);
      }
      return compiled;
    },
    close: () => listener.close(),
  };
}
