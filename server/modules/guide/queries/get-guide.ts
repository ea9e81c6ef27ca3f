import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, type QueryContext } from '../../../kernel/queries.ts';
import { Guide, StepName, type GuideTables } from '../schema.ts';

export type GuideParts = {
  /** When everything was last written into a backup; null: never, or by other means. */
  readonly lastBackup: () => Promise<Date | null>;
};

export const getGuide = ({ lastBackup }: GuideParts) =>
  defineQuery({
    name: 'guide.get',
    permission: 'self',
    input: z.strictObject({}),
    output: Guide,
    async run(ctx) {
      const maySetUp = ctx.actor.permissions.has('workspace.change');
      const [steps, tours] = await Promise.all([
        maySetUp ? readSteps(ctx, (await lastBackup()) !== null) : [],
        readTours(ctx),
      ]);
      return { steps, tours };
    },
  });

async function readTours({ db, actor }: QueryContext) {
  return db
    .withTables<GuideTables>()
    .selectFrom('guide_tour')
    .select(['tour', 'state', 'step'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('user_id', '=', actor.id)
    .orderBy('tour')
    .execute();
}

type Done = Record<Exclude<StepName, 'backup'>, boolean> & { readonly skipped: string[] };

/** What the demo company has made counts for nothing. */
async function readSteps({ db, actor }: QueryContext, backup: boolean) {
  const id = actor.workspaceId;
  const isReal = (kind: string, name: string) => sql`not exists (select 1 from demo_mark
    where demo_mark.workspace_id = ${id} and demo_mark.kind = ${kind} and demo_mark.id = ${sql.ref(`${name}.id`)})`;
  const { rows } = await sql<Done>`select
    exists (select 1 from ticket where workspace_id = ${id} and ${isReal('ticket', 'ticket')}) as letter,
    exists (select 1 from ticket where workspace_id = ${id} and first_responded_at is not null
      and ${isReal('ticket', 'ticket')}) as answer,
    exists (select 1 from channel where workspace_id = ${id} and kind = 'email' and not built_in
      and removed_at is null) as mailbox,
    exists (select 1 from team where workspace_id = ${id} and ${isReal('team', 'team')}) as team,
    (select count(*) from (select 1 from user_account where workspace_id = ${id} and active
      and ${isReal('user', 'user_account')} limit 2) as people) > 1 as colleagues,
    exists (select 1 from user_account where workspace_id = ${id} and id = ${actor.id}
      and totp_enabled_at is not null) as totp,
    array(select step from guide_step where workspace_id = ${id}) as skipped`.execute(db);
  const { skipped, ...done } = rows[0] as Done;
  return StepName.options.map((name) => ({
    name,
    done: name === 'backup' ? backup : done[name],
    skipped: skipped.includes(name),
  }));
}
