import type { Command } from './commands.ts';
import type { EventType, RecordedEvent } from './events.ts';

export type SubscriberContext<Payload> = {
  readonly event: RecordedEvent<Payload>;
  /** Runs a command as the system, in the transaction that also marks this reaction done. */
  execute<I, O>(command: Command<I, O>, input: I): Promise<O>;
};

/** A reaction to a fact: exactly once on our own tables, after the commit of what happened. */
// oxlint-disable-next-line typescript/no-explicit-any -- existential: a list of subscribers to different events
export type Subscriber<Payload = any> = {
  readonly name: string;
  readonly on: EventType<Payload>;
  /** Cheap look at the payload that saves a job where nothing would be done. */
  readonly when?: (payload: Payload) => boolean;
  handle(ctx: SubscriberContext<Payload>): Promise<void>;
};

export function defineSubscriber<Payload>(subscriber: Subscriber<Payload>): Subscriber<Payload> {
  return subscriber;
}
