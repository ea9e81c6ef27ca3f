import type { Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { isForeignKeyViolation, notifyAfterCommit } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import type { CalendarTables } from './schema.ts';

const refusing = refusedBy({
  taken: { calendar_name: () => invalid('name', 'taken') },
  gone: () => new Refusal('not_allowed', 'team.not_found'),
});

type Context = Pick<CommandContext, 'tx' | 'actor'>;
export type CalendarRecord = Selectable<CalendarTables['calendar']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<CalendarTables>();

/** Told on every change, so that every process forgets what it has compiled. */
export const calendarNotice = 'otklik_calendars';
const notify = ({ tx, actor }: Context) => notifyAfterCommit(tx, calendarNotice, actor.workspaceId);

const asColumns = (row: CalendarRecord) => ({
  ...row,
  week: JSON.stringify(row.week) as unknown as CalendarRecord['week'],
  days: JSON.stringify(row.days) as unknown as CalendarRecord['days'],
});

export async function insertCalendar(ctx: Context, row: CalendarRecord): Promise<void> {
  await refusing(() => tables(ctx).insertInto('calendar').values(asColumns(row)).execute());
  notify(ctx);
}

/** Takes the row lock. */
export async function lockCalendar(ctx: Context, id: string): Promise<CalendarRecord> {
  const row = await tables(ctx)
    .selectFrom('calendar')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'calendar.not_found');
  }
  return row;
}

export async function saveCalendar(ctx: Context, row: CalendarRecord): Promise<void> {
  const { id, workspace_id: _fixed, ...columns } = asColumns(row);
  await refusing(() =>
    tables(ctx)
      .updateTable('calendar')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  notify(ctx);
}

/** One calendar is the default one at any time. */
export async function takeDefaultAway(ctx: Context): Promise<void> {
  await tables(ctx)
    .updateTable('calendar')
    .set({ is_default: false })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('is_default', '=', true)
    .execute();
}

/** These teams, and no others, work by the calendar; from others they are taken. */
export async function setTeams(
  ctx: Context,
  calendarId: string,
  teamIds: readonly string[],
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await tables(ctx)
    .deleteFrom('team_calendar')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .execute();
  if (teamIds.length > 0) {
    await refusing(() =>
      tables(ctx)
        .insertInto('team_calendar')
        .values(
          [...new Set(teamIds)].map((team) => ({
            workspace_id: workspaceId,
            team_id: team,
            calendar_id: calendarId,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'team_id']).doUpdateSet({ calendar_id: calendarId }),
        )
        .execute(),
    );
  }
  notify(ctx);
}

export async function deleteCalendar(ctx: Context, id: string): Promise<void> {
  try {
    await tables(ctx)
      .deleteFrom('calendar')
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute();
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new Refusal('not_allowed', 'calendar.in_use');
    }
    throw error;
  }
  notify(ctx);
}
