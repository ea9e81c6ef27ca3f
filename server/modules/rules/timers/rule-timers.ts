import { systemActor } from '../../../kernel/actor.ts';
import type { Contributions } from '../../../kernel/extension-points.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { fireRule } from '../commands/fire-rule.ts';
import type { KnownRules } from '../known-rules.ts';
import {
  listDueTickets,
  type DueRule,
  type DueTicket,
  type LookedAt,
} from '../queries/due-tickets.ts';
import { foldUses } from '../use-store.ts';
import { rememberLooks } from './remember-looks.ts';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: Executor;
  readonly known: KnownRules;
  readonly contributions: Contributions;
  /** How long whole looks rest, by what the last one took; see `rememberLooks`. */
  readonly restMs?: (tookMs: number) => number;
};

/** Rules of time count in minutes; five of them are the least. */
const everyMs = 5_000;
const foldEveryMs = 3_600_000;

type Look = {
  readonly rule: DueRule;
  readonly now: Date;
  readonly seen: LookedAt | null;
  readonly signal: AbortSignal;
};

/**
 * Looks which tickets the rules of time are due for. Workspaces without such rules cost nothing. Any number of workers may
 * run it: the row that says "acted" is written in the transaction that acts.
 */
export function startRuleTimers(parts: Parts) {
  const { db, clock, log, known } = parts;
  let running: Promise<void> | null = null;
  const stopping = new AbortController();
  const looks = rememberLooks(parts.restMs);
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
        await lookFor(workspaceId, { id, condition, source, ...time });
      }
    }
  }

  async function lookFor(workspaceId: string, rule: DueRule): Promise<void> {
    const now = clock();
    const finished = looks.begin(rule, now);
    const { signal } = stopping;
    const areAllDone = await actOn(parts, workspaceId, { rule, now, seen: finished.seen, signal });
    // What failed, or was not come to, is looked at again.
    if (areAllDone && !stopping.signal.aborted) {
      finished.end();
    }
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

/** @returns whether all were acted upon that are due */
async function actOn(
  parts: Parts,
  workspaceId: string,
  { rule, now, seen, signal }: Look,
): Promise<boolean> {
  let after: DueTicket | null = null;
  let areAllDone = true;
  do {
    const asked = { workspaceId, now, contributions: parts.contributions };
    const page: Awaited<ReturnType<typeof listDueTickets>> = await parts.db.read(
      workspaceId,
      (reader) => listDueTickets(reader, asked, { rule, after, seen }),
    );
    for (const due of page.due) {
      areAllDone = (await fire(parts, workspaceId, { rule, due })) && areAllDone;
    }
    after = page.next;
  } while (after && !signal.aborted);
  return areAllDone;
}

/** One that fails must not keep the others waiting. */
async function fire(
  { executor, log }: Parts,
  workspaceId: string,
  { rule, due }: { rule: DueRule; due: DueTicket },
): Promise<boolean> {
  const input = { ruleId: rule.id, since: rule.since, ticketId: due.ticketId, from: due.since };
  try {
    await executor.execute(fireRule, input, systemActor(workspaceId, 'clock'));
    return true;
  } catch (error) {
    log.warn({ err: error, ...input }, 'rule of time');
    return false;
  }
}
