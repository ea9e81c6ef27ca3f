import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { Executor } from './kernel/executor.ts';
import type { Contributions } from './kernel/extension-points.ts';
import type { Log } from './kernel/log.ts';
import { startForgetting } from './kernel/start-forgetting.ts';
import { startTending } from './kernel/tend-tables.ts';
import { startAbsences } from './modules/availability/public.ts';
import { startMatching } from './modules/customers/public.ts';
import { listWorkspaceIds } from './modules/identity/public.ts';
import { startTelling } from './modules/notifications/public.ts';
import { startRecurrences } from './modules/recurring/public.ts';
import { startApprovals } from './modules/routes/public.ts';
import { startHandingOut, type RoutingMemory } from './modules/routing/public.ts';
import { startRuleTimers, type KnownRules } from './modules/rules/public.ts';
import { startSearchIndexing } from './modules/search/public.ts';
import { startClocks } from './modules/sla/public.ts';
import { startAlarms, startSpamRemoval, startTallyFolding } from './modules/tickets/public.ts';
import { startTaskAlarms } from './modules/workflow/public.ts';

export type Running = { stop(): Promise<void> };

export type Background = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: Executor;
  readonly channels: {
    startIngest(): Running;
    readonly post: { readonly possible: Parameters<typeof startTelling>[0]['mailPossible'] };
  };
  readonly known: KnownRules;
  readonly memory: RoutingMemory;
  readonly contributions: Contributions;
};

/** What goes on beside the jobs; it ends in the other order. */
export function startBackground(parts: Background): Running {
  const { db, clock, log, executor, channels, known, memory, contributions } = parts;
  const running: Running[] = [
    channels.startIngest(),
    startAlarms({ db, clock, log, executor }),
    startClocks({ db, clock, log, executor }),
    startAbsences({ db, clock, log, executor }),
    startTaskAlarms({ db, clock, log, executor }),
    startTallyFolding({ db, clock, log }),
    startApprovals({ db, clock, log, executor }),
    startRecurrences({ db, clock, log, executor }),
    startRuleTimers({ db, clock, log, executor, known, contributions }),
    startHandingOut({ db, clock, log, executor, memory }),
    startSpamRemoval({ db, executor, log }),
    startForgetting({ db, clock, log, workspaces: () => listWorkspaceIds(db) }),
    startMatching({ db, clock, log }),
    startSearchIndexing({ db, log }),
    startTelling({ db, log, executor, mailPossible: channels.post.possible }),
    startTending({ db, log }),
  ];
  return {
    async stop() {
      for (const each of running.toReversed()) {
        await each.stop();
      }
    },
  };
}
