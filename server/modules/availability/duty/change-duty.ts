import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { calendarFields } from '../../calendars/public.ts';
import { tellAvailability } from '../notice.ts';
import { readDuty } from '../queries/read-duty.ts';
import { requireUsers } from '../queries/require-users.ts';
import { withHours } from '../schedules/set-schedule.ts';
import { Duty } from '../schema.ts';
import { deleteDuty, lockDuty, saveDuty, type DutyRecord } from './duty-store.ts';

const fields = {
  teamId: id().nullable(),
  userIds: z
    .array(id())
    .min(1, { message: 'required' })
    .max(20, { message: 'too_many' })
    .refine((ids) => new Set(ids).size === ids.length, { message: 'twice' }),
  from: time().nullable(),
  to: time().nullable(),
  /** Every week; null: all the time from `from` to `to`. */
  hours: z.strictObject({ zone: calendarFields.zone, week: calendarFields.week }).nullable(),
};

export const addDuty = defineCommand({
  name: 'availability.add-duty',
  permission: 'availability.change',
  input: z.strictObject({
    teamId: fields.teamId.default(null),
    userIds: fields.userIds,
    from: fields.from.default(null),
    to: fields.to.default(null),
    hours: fields.hours.default(null),
  }),
  output: Duty,

  async run(ctx, { userIds, ...asked }) {
    await requireUsers(ctx.tx, ctx.actor.workspaceId, userIds);
    const row = timed({
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      team_id: asked.teamId,
      ...timeOf(asked),
      version: 1,
      created_at: ctx.now,
    });
    await saveDuty(ctx, row, userIds);
    const after = await readDuty(ctx.tx, ctx.actor.workspaceId, row.id);
    noteChange(ctx, 'duty.added', null, after);
    return after;
  },
});

export const changeDuty = defineCommand({
  name: 'availability.change-duty',
  permission: 'availability.change',
  input: z.strictObject({
    dutyId: id(),
    version: version().optional(),
    teamId: fields.teamId.optional(),
    userIds: fields.userIds.optional(),
    from: fields.from.optional(),
    to: fields.to.optional(),
    hours: fields.hours.optional(),
  }),
  output: Duty,

  async run(ctx, { dutyId, version: seen, userIds, ...asked }) {
    const row = await lockDuty(ctx, dutyId);
    mustBeCurrent(row, seen);
    await requireUsers(ctx.tx, ctx.actor.workspaceId, userIds ?? []);
    const before = await readDuty(ctx.tx, ctx.actor.workspaceId, dutyId);
    const next = timed({
      ...row,
      ...timeOf(asked),
      team_id: asked.teamId === undefined ? row.team_id : asked.teamId,
      version: row.version + 1,
    });
    await saveDuty(ctx, next, userIds ?? before.people.map((person) => person.id));
    const after = await readDuty(ctx.tx, ctx.actor.workspaceId, dutyId);
    noteChange(ctx, 'duty.changed', before, after);
    return after;
  },
});

export const dutyRemoval: RemovalKind = {
  kind: 'duty',
  permission: 'availability.change',
  table: 'duty',
  returned: async (ctx, { id: dutyId }) =>
    noteChange(ctx, 'duty.restored', null, await readDuty(ctx.tx, ctx.actor.workspaceId, dutyId)),
};

export const removeDuty = defineCommand({
  name: 'availability.remove-duty',
  permission: 'availability.change',
  input: z.strictObject({ dutyId: id() }),
  output: Removed,

  async run(ctx, { dutyId }) {
    await lockDuty(ctx, dutyId);
    const before = await readDuty(ctx.tx, ctx.actor.workspaceId, dutyId);
    const removed = await keepRemoved(ctx, dutyRemoval, { id: dutyId, name: namesOf(before) });
    await deleteDuty(ctx, dutyId);
    noteChange(ctx, 'duty.removed', before, null);
    return removed;
  },
});

type AskedTime = {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly hours?: z.output<typeof fields.hours> | undefined;
};
type Time = Pick<DutyRecord, 'starts_at' | 'ends_at' | 'zone' | 'week'>;

/** What is left out is left out; the row of a new one has nothing of it yet. */
function timeOf({ from, to, hours }: AskedTime): Time {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...(from !== undefined && { starts_at: date(from) }),
    ...(to !== undefined && { ends_at: date(to) }),
    ...(hours !== undefined && {
      zone: hours?.zone ?? null,
      week: hours && withHours(hours.week),
    }),
  } as Time;
}

function timed(row: DutyRecord): DutyRecord {
  if (row.week === null && (row.starts_at === null || row.ends_at === null)) {
    throw invalid(row.starts_at === null ? 'from' : 'to', 'required');
  }
  if (row.starts_at && row.ends_at && row.ends_at <= row.starts_at) {
    throw invalid('to', 'before_start');
  }
  return row;
}

function noteChange(
  ctx: CommandContext,
  action: string,
  before: Duty | null,
  after: Duty | null,
): void {
  const { id: dutyId, people } = after ?? before ?? { id: '', people: [] };
  tellAvailability(ctx, null);
  ctx.audit({
    action,
    subject: { kind: 'duty', id: dutyId, name: namesOf({ people }) },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const namesOf = ({ people }: Pick<Duty, 'people'>): string =>
  people.map(({ name }) => name).join(', ');

const saidOf = ({ team, people, from, to, zone, week }: Duty) => ({
  team: team?.name ?? null,
  people: people.map(({ name }) => name),
  from,
  to,
  ...(week && { zone, week: Object.keys(week) }),
});
