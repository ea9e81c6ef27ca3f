import { sql } from 'kysely';
import type { CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { EscalationStep } from '../schema.ts';

type Named = {
  readonly path: string;
  readonly kind: 'user' | 'team' | 'role';
  readonly id: string;
};

const namedIn = (steps: readonly EscalationStep[]): Named[] =>
  steps.flatMap(({ tell, acts }, at): Named[] => [
    ...tell.userIds.map((id) => ({ path: `${at}.tell`, kind: 'user' as const, id })),
    ...tell.roleIds.map((id) => ({ path: `${at}.tell`, kind: 'role' as const, id })),
    ...acts.flatMap((act, index): Named[] => {
      const path = `${at}.acts.${index}`;
      return act.kind === 'team' || act.kind === 'assignee'
        ? [{ path, kind: act.kind === 'team' ? 'team' : 'user', id: act.value }]
        : [];
    }),
  ]);

/** Refuses steps that name whom or what this company does not have, each where it stands. */
export async function mustName(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  steps: readonly EscalationStep[],
): Promise<void> {
  const named = namedIn(steps);
  if (named.length === 0) {
    return;
  }
  const ids = sql.val(named.map(({ id }) => id));
  const { rows } = await sql<{ kind: string; id: string }>`
    select 'user' as kind, id from user_account
      where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[]) and active
    union all select 'team', id from team where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[])
    union all select 'role', id from role where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[])`.execute(
    tx,
  );
  const known = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  const errors = named
    .filter(({ kind, id }) => !known.has(`${kind} ${id.toLowerCase()}`))
    .map(({ path }) => ({ field: `terms.steps.${path}`, code: 'not_uuid' }));
  if (errors.length > 0) {
    throw new Refusal('invalid', 'input.invalid', { errors });
  }
}
