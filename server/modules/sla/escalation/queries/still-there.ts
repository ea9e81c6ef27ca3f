import { sql } from 'kysely';
import type { CommandContext } from '../../../../kernel/commands.ts';
import type { EscalationAct } from '../schema.ts';

/** Acts whose team is there and whose person works here: any other could only make the step fail. */
export async function stillThere(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  acts: readonly EscalationAct[],
): Promise<EscalationAct[]> {
  const named = acts.flatMap((act) =>
    act.kind === 'team' || act.kind === 'assignee' ? [act.value] : [],
  );
  if (named.length === 0) {
    return [...acts];
  }
  const { rows } = await sql<{ kind: string; id: string }>`
    select 'team' as kind, id from team
      where workspace_id = ${actor.workspaceId} and id = any(${sql.val(named)}::uuid[])
    union all
    select 'assignee', id from user_account
      where workspace_id = ${actor.workspaceId} and id = any(${sql.val(named)}::uuid[]) and active`.execute(
    tx,
  );
  const known = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  return acts.filter(
    (act) =>
      (act.kind !== 'team' && act.kind !== 'assignee') || known.has(`${act.kind} ${act.value}`),
  );
}
