import { systemActor } from '../../../kernel/actor.ts';
import type { Contributions } from '../../../kernel/extension-points.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { fireRule } from '../commands/fire-rule.ts';
import type { KnownRules } from '../known-rules.ts';
import { listDueTickets, type DueRule, type DueTicket } from '../queries/due-tickets.ts';
import { foldUses } from '../use-store.ts';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: Executor;
  readonly known: KnownRules;
  readonly contributions: Contributions;
};

/** Rules of time count in minutes; five of them are the least. */
const everyMs = 5_000;
const foldEveryMs = 3_600_000;

/**
 * Looks which tickets the rules of time are due for. Workspaces without such rules cost nothing. Any number of workers may
 * run it: the row that says "acted" is written in the transaction that acts.
 */
export function startRuleTimers(parts: Parts) {
  const { db, clock, log, known } = parts;
  let running: Promise<void> | null = null;
  const stopping = new AbortController();
  let foldedAt = performance.now();

  async function look(): Promise<void> {
    const folds = performance.now() - foldedAt > foldEveryMs;
    for (const workspaceId of await listWorkspaceIds(db)) {
      await lookIn(workspaceId);
      if (folds) {
        foldedAt = performance.now();
        const actor = systemActor(workspaceId, 'counters');
        await db.transaction(workspaceId, (tx) => foldUses({ tx, actor, now: clock() }));
      }
    }
  }

  async function lookIn(workspaceId: string): Promise<void> {
    const { rules } = await db.read(workspaceId, (reader) => known.of(workspaceId, reader));
    for (const { id, condition, source, time } of rules) {
      if (time) {
        await actOn(workspaceId, { id, condition, source, ...time });
      }
    }
  }

  async function actOn(workspaceId: string, rule: DueRule): Promise<void> {
    let after: DueTicket | null = null;
    do {
      const asked = { workspaceId, now: clock(), contributions: parts.contributions };
      const page: Awaited<ReturnType<typeof listDueTickets>> = await db.read(
        workspaceId,
        (reader) => listDueTickets(reader, asked, { rule, after }),
      );
      for (const due of page.due) {
        await fire(workspaceId, rule, due);
      }
      after = page.next;
    } while (after && !stopping.signal.aborted);
  }

  async function fire(workspaceId: string, rule: DueRule, due: DueTicket): Promise<void> {
    const input = { ruleId: rule.id, since: rule.since, ticketId: due.ticketId, from: due.since };
    // One that fails must not keep the others waiting.
    await parts.executor
      .execute(fireRule, input, systemActor(workspaceId, 'clock'))
      .catch((error: unknown) => log.warn({ err: error, ...input }, 'rule of time'));
  }

  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log.warn({ err: error }, 'rules of time'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    look,
    async stop(): Promise<void> {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
