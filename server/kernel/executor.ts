import { createHash } from 'node:crypto';
import { ZodError } from 'zod';
import type { Actor } from './actor.ts';
import type { AuditNote, Command, CommandContext, JobRequest } from './commands.ts';
import type { Clock } from './clock.ts';
import { settled, type Database, type Tx } from './database.ts';
import { Refusal } from './errors.ts';
import { appendEvents, type PendingEvent } from './event-log.ts';
import { appendAudit } from './audit-log.ts';
import { describeIssues } from './input-errors.ts';
import type { Contributions } from './extension-points.ts';
import { newId } from './ids.ts';
import type { EnqueueIn } from './jobs.ts';
import { openReceipt, saveReceipt } from './receipts.ts';
import type { Subscriber } from './subscribers.ts';

export type ExecuteOptions = {
  /** Repeating the same command with the same key gives the first answer and does nothing again. */
  readonly idempotencyKey?: string | undefined;
  /** What makes two requests with one key the same, where the input holds a secret that no receipt may remember. */
  readonly sameAs?: unknown;
};

export type Executor = {
  execute<I, O>(
    command: Command<I, O>,
    input: unknown,
    actor: Actor,
    options?: ExecuteOptions,
  ): Promise<O>;
  /** Inside a transaction that is already open and bound to the actor's workspace. */
  executeIn<I, O>(tx: Tx, command: Command<I, O>, input: unknown, actor: Actor): Promise<O>;
};

type Parts = {
  db: Database;
  clock: Clock;
  subscribers: readonly Subscriber[];
  contributions: Contributions;
  enqueueIn: EnqueueIn;
};

export function mustBePermitted(actor: Actor, permission: string): void {
  if (permission === 'session') {
    return;
  }
  if (actor.barred) {
    throw new Refusal('forbidden', actor.barred);
  }
  if (permission !== 'self' && !actor.permissions.has(permission)) {
    throw new Refusal('forbidden', 'permission.missing', { detail: permission });
  }
}

export function parseInput<I>(command: Pick<Command<I, unknown>, 'input'>, input: unknown): I {
  try {
    return command.input.parse(input);
  } catch (error) {
    throw error instanceof ZodError ? describeIssues(error) : error;
  }
}

/** The one door. HTTP, channels, subscribers, importers, timers: all state changes come through here. */
export function createExecutor(parts: Parts): Executor {
  async function perform<I, O>(tx: Tx, command: Command<I, O>, input: I, actor: Actor) {
    const events: PendingEvent[] = [];
    const jobs: JobRequest[] = [];
    const audits: AuditNote[] = [];
    const ctx: CommandContext = {
      tx,
      actor,
      now: parts.clock(),
      contributions: parts.contributions,
      emit: (type, payload, about = {}) => {
        events.push({ id: newId(), name: type.name, payload: type.payload.parse(payload), about });
      },
      enqueue: (job) => void jobs.push(job),
      audit: (entry) => void audits.push(entry),
    };
    const output = await command.run(ctx, input);
    const reactions = appendEvents(tx, { ...ctx, events, subscribers: parts.subscribers });
    await appendAudit(tx, { ...ctx, audits });
    await parts.enqueueIn(tx, actor.workspaceId, [...jobs, ...reactions]);
    return output;
  }

  return {
    async executeIn(tx, command, input, actor) {
      mustBePermitted(actor, command.permission);
      const output = await perform(tx, command, parseInput(command, input), actor);
      await settled(tx);
      return output;
    },

    async execute(command, input, actor, { idempotencyKey, sameAs = input } = {}) {
      mustBePermitted(actor, command.permission);
      const parsed = parseInput(command, input);
      if (idempotencyKey === undefined) {
        return parts.db.transaction(actor.workspaceId, (tx) => perform(tx, command, parsed, actor));
      }
      const receipt = { key: idempotencyKey, actor, inputHash: hashOf(command.name, sameAs) };
      return parts.db.transaction(actor.workspaceId, async (tx) => {
        const earlier = await openReceipt(tx, receipt, parts.clock());
        if (earlier) {
          return earlier.output as Awaited<ReturnType<typeof command.run>>;
        }
        const output = await perform(tx, command, parsed, actor);
        await saveReceipt(tx, receipt, output);
        return output;
      });
    },
  };
}

function hashOf(name: string, input: unknown): string {
  return createHash('sha256')
    .update(name)
    .update('\0')
    .update(canonical(input))
    .digest('base64url');
}

/** Key order must not matter: a client that repeats a request may serialise it anew. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
