import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Tx } from './database.ts';
import type { EventSubject, EventType } from './events.ts';
import type { ExtensionPoint } from './extension-points.ts';

export type CommandContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** Records a fact. It is stored together with the state change, or not at all. */
  emit<Payload>(type: EventType<Payload>, payload: Payload, about?: EventSubject): void;
  /** Queues a call to the outside world; it starts after the commit, and only if there is one. */
  enqueue(job: JobRequest): void;
  /** Records a change of a setting for the audit log. */
  audit(entry: AuditNote): void;
  /** What higher modules have registered, e.g. ticket policies. */
  contributions<T>(point: ExtensionPoint<T>): readonly T[];
};

export type JobRequest = {
  readonly queue: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly startAfter?: Date;
  /** At most one waiting job per key and queue. */
  readonly key?: string;
};

export type AuditNote = {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

/** One thing a person or a program can ask the product to do. */
export type Command<Input, Output> = {
  readonly name: string;
  /**
   * A key of the permission catalogue; `self` for what every signed-in person may do with their own things;
   * `session` for what even a barred one may: see oneself, set up a second factor, leave.
   */
  readonly permission: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  run(ctx: CommandContext, input: Input): Promise<Output>;
};

// oxlint-disable-next-line typescript/no-explicit-any -- existential: a list of commands of different shapes
export type AnyCommand = Command<any, any>;

export function defineCommand<Input, Output>(
  command: Command<Input, Output>,
): Command<Input, Output> {
  return command;
}
