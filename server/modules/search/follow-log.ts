import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../kernel/database.ts';
import { followLog } from '../../kernel/follow-log.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { sortIn } from './index-store.ts';
import { indexStep } from './indexing.ts';

/** Far below the two seconds in which a letter is to be found. */
const gatherMs = 700;
/** What was there before the index leaves the machine to the people for as long as it has used it, but no longer. */
const mostRestMs = 1_000;
/** Sorted in at least every so many steps, or what is new is looked through word by word by everybody who searches. */
const stepsBeforeSorting = 8;

type Parts = { readonly db: Database; readonly log: Log };

/** Keeps the search index up with the event log. */
export const startSearchIndexing = ({ db, log }: Parts): { stop(): Promise<void> } =>
  followLog({
    db,
    log,
    name: 'search index',
    gatherMs,
    workspaces: () => listWorkspaceIds(db),
    /** Some steps of one workspace. */
    async advance(workspaceId, goesOn) {
      let steps = 0;
      let more = true;
      while (more && goesOn() && steps < stepsBeforeSorting) {
        const before = performance.now();
        const { did } = await indexStep(db, workspaceId);
        more = did === 'followed' || did === 'rebuilt';
        steps += more ? 1 : 0;
        if (did === 'rebuilt') {
          await sleep(Math.min(performance.now() - before, mostRestMs));
        }
      }
      if (steps > 0) {
        await db.unbound(sortIn);
      }
      return more;
    },
  });
