import type { Database } from '../../kernel/database.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { sortIn } from './index-store.ts';
import { indexStep } from './indexing.ts';

const stepsBeforeSorting = 16;

/** Brings the index up to the present at once, taking the machine for it. @returns how long it took, in seconds */
export async function indexEverything(
  db: Database,
  onStep: (steps: number) => void = () => undefined,
): Promise<number> {
  const start = performance.now();
  let steps = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    while (isOnItsWay((await indexStep(db, workspaceId)).did)) {
      steps += 1;
      onStep(steps);
      if (steps % stepsBeforeSorting === 0) {
        await db.unbound(sortIn);
      }
    }
  }
  await db.unbound(sortIn);
  return (performance.now() - start) / 1000;
}

const isOnItsWay = (did: string): boolean => did === 'followed' || did === 'rebuilt';
