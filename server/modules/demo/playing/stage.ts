import { systemActor, type Actor } from '../../../kernel/actor.ts';
import type { Command } from '../../../kernel/commands.ts';
import type { Plan } from '../life/plan.ts';
import type { Taken } from '../queries/read-taken.ts';
import type { Names } from './names.ts';

/** Where a part of the plan is played: inside one transaction, with a clock that shows the time of the part. */
export type Stage = {
  readonly plan: Plan;
  readonly names: Names;
  readonly taken: Taken;
  readonly roles: Readonly<Record<'lead' | 'agent', string>>;
  readonly workspaceId: string;
  /** Who opened which request. */
  readonly requesters: ReadonlyMap<number, number>;
  do<I, O>(command: Command<I, O>, input: unknown, actor?: Actor): Promise<O>;
};

/** One thing to be done, at its own time. */
export type Part = { readonly at: Date; play(stage: Stage): Promise<void> };

/** An agent of the demo company may do whatever the plan says. */
export function agentOf({ plan, names, workspaceId }: Stage, index: number): Actor {
  const name = plan.cast.agents[index]?.name ?? '';
  return { ...systemActor(workspaceId, name), kind: 'user', id: names.get('user', index) };
}

/** A name that nobody has here yet. */
export const freeName = ({ taken }: Stage, wish: string): string =>
  taken.names.has(wish.toLowerCase()) ? `${wish} (demo)` : wish;
