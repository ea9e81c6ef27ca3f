import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { Contributions } from '../../../kernel/extension-points.ts';
import { readCompileOptions, readSubject } from '../../tickets/public.ts';
import { choiceFrom, type Chosen } from './choice.ts';

export type ChoiceParts = { readonly contributions: Contributions };

/** Ids of those whose conditions hold for a ticket now; see `Choice`. */
export async function fittingOf(
  db: Reader,
  { actor, now, contributions }: { actor: Actor; now: Date } & ChoiceParts,
  { ticketId, chosen }: { ticketId: string; chosen: readonly Chosen[] },
): Promise<string[]> {
  const conditions = chosen.map(({ condition }) => condition);
  const options = await readCompileOptions(db, actor.workspaceId, conditions);
  const choice = choiceFrom(chosen, options);
  const asked = { ticketId, needs: choice.needs };
  return choice.of(await readSubject(db, { actor, now, contributions }, asked));
}
