import { systemActor } from '../../kernel/actor.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { loadDemo } from './commands/load-demo.ts';
import { readDemoRow } from './queries/read-demo.ts';

/** OTKLIK_DEMO on an installation that has a workspace: loaded once; whoever has removed it does not get it again. */
export async function beginWhereNone(
  { db, executor }: { db: Database; executor: Executor },
  log: { info(what: string): void },
): Promise<void> {
  const [workspaceId, ...others] = await listWorkspaceIds(db);
  if (workspaceId === undefined || others.length > 0) {
    return;
  }
  const row = await db.read(workspaceId, (reader) => readDemoRow(reader, workspaceId));
  if (row === undefined) {
    await executor.execute(loadDemo, {}, systemActor(workspaceId, 'otklik'));
    log.info('the demo company is being loaded');
  }
}
