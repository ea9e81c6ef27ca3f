import type { CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { requirePerson } from '../../customers/public.ts';
import { readWorkspace } from '../../identity/public.ts';
import { findUser } from './queries/find-user.ts';
import type { WantedApprover } from './schema.ts';

export type Named = {
  readonly user_id: string | null;
  readonly person_id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'ru' | 'en';
};

/** Who is asked, by name and address as of now. @throws Refusal for whom nobody could reach, and for one named twice. */
export async function namedApprovers(
  ctx: CommandContext,
  wanted: readonly WantedApprover[],
): Promise<Named[]> {
  const { locale } = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
  const named: Named[] = [];
  for (const one of wanted) {
    named.push(await approverOf(ctx, one, locale));
  }
  const keys = named.map(({ user_id, email }) => user_id ?? email?.toLowerCase());
  if (new Set(keys).size < keys.length) {
    throw invalid('approvers', 'named_twice');
  }
  return named;
}

async function approverOf(
  ctx: CommandContext,
  wanted: WantedApprover,
  locale: 'ru' | 'en',
): Promise<Named> {
  if ('userId' in wanted) {
    const user = await findUser(ctx.tx, ctx.actor.workspaceId, wanted.userId);
    if (!user?.active) {
      throw new Refusal('not_allowed', user ? 'user.inactive' : 'user.not_found');
    }
    const { id, name, email } = user;
    return { user_id: id, person_id: null, name, email, locale: user.locale };
  }
  if ('personId' in wanted) {
    const person = await requirePerson(ctx, wanted.personId);
    if (person.email === null) {
      throw invalid('approvers', 'no_address');
    }
    return { user_id: null, person_id: person.id, name: person.name, email: person.email, locale };
  }
  const { email, name } = wanted;
  return { user_id: null, person_id: null, name: name?.trim() || email, email, locale };
}
