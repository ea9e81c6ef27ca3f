import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { tellAvailability } from '../notice.ts';
import { readAbsence } from '../queries/read-absences.ts';
import { requireUsers } from '../queries/require-users.ts';
import { zoneOfUser } from '../queries/zone-of-user.ts';
import { Absence } from '../schema.ts';
import {
  absenceFields,
  absenceTime,
  mustBeginInReach,
  mustEndInReach,
  type AbsenceTime,
} from './absence-fields.ts';
import { lockAbsence, lockAbsences, saveAbsence, type AbsenceRecord } from './absence-store.ts';
import { mustFit } from './must-fit.ts';
import { noteChange } from './note-change.ts';
import { begin, beginMoving } from './turning-points.ts';
import { mustBeOwnOrPermitted, peopleOf } from './whose.ts';

const input = z.strictObject({
  absenceId: id(),
  version: version().optional(),
  kind: absenceFields.kind.optional(),
  from: absenceFields.from.optional(),
  to: absenceFields.to.optional(),
  note: absenceFields.note.optional(),
  substituteId: absenceFields.substituteId.optional(),
  handsOver: absenceFields.handsOver.optional(),
  givesBack: absenceFields.givesBack.optional(),
});
type Asked = z.output<typeof input>;

/**
 * Of one that has begun, everything but the beginning: what its first substitute still has goes to the new one, a later end asks again
 * what is due, and what was handed over stays so until the end.
 */
export const changeAbsence = defineCommand({
  name: 'availability.change-absence',
  permission: 'self',
  input,
  output: Absence,

  async run(ctx, asked) {
    await lockAbsences(ctx);
    const row = await lockAbsence(ctx, asked.absenceId);
    mustBeOwnOrPermitted(ctx, row.user_id);
    mustBeCurrent(row, asked.version);
    mustBeChangeable(row, asked);
    const before = await readAbsence(ctx.tx, ctx.actor, row.id);
    const next = await changed(ctx, row, asked);
    await mustFit(ctx, next);
    await saveAbsence(ctx, row.id, next);
    await follow(ctx, row, next);
    const after = await readAbsence(ctx.tx, ctx.actor, row.id);
    noteChange(ctx, 'absence.changed', before, after);
    return after;
  },
});

function mustBeChangeable({ state }: AbsenceRecord, { from }: Asked): void {
  if (state === 'over') {
    throw new Refusal('not_allowed', 'absence.over');
  }
  if (state === 'running' && from !== undefined) {
    throw new Refusal('not_allowed', 'absence.running');
  }
}

async function changed(
  ctx: CommandContext,
  row: AbsenceRecord,
  asked: Asked,
): Promise<AbsenceRecord> {
  const substituteId = asked.substituteId === undefined ? row.substitute_id : asked.substituteId;
  if (asked.substituteId !== undefined) {
    await requireUsers(ctx.tx, ctx.actor.workspaceId, peopleOf(row.user_id, substituteId));
  }
  const time = await newTime(ctx, row, asked);
  return {
    ...row,
    ...time,
    kind: asked.kind ?? row.kind,
    note: asked.note ?? row.note,
    substitute_id: substituteId,
    hands_over: asked.handsOver ?? row.hands_over,
    gives_back: asked.givesBack ?? row.gives_back,
    revised_at: substituteId === row.substitute_id ? row.revised_at : laterThan(row, ctx.now),
    alarm_at: row.state === 'planned' ? time.starts_at : time.ends_at,
    version: row.version + 1,
  };
}

/** Two changes in one millisecond are still one after the other. */
const laterThan = ({ revised_at: before }: AbsenceRecord, now: Date): Date =>
  new Date(Math.max(now.getTime(), before.getTime() + 1));

async function newTime(
  ctx: CommandContext,
  row: AbsenceRecord,
  asked: Asked,
): Promise<AbsenceTime> {
  const { starts_at, ends_at, first_day, last_day } = row;
  if (asked.from === undefined && asked.to === undefined) {
    return { starts_at, ends_at, first_day, last_day };
  }
  const zone = await zoneOfUser(ctx.tx, ctx.actor.workspaceId, row.user_id);
  const asks = absenceTime(wantedTime(row, asked), { now: ctx.now, zone });
  // The zone may be another one by now; what has begun has begun.
  const time = row.state === 'running' ? { ...asks, starts_at } : asks;
  if (asked.from !== undefined) {
    mustBeginInReach(time, ctx.now);
  }
  mustEndInReach(time, ctx.now);
  return time;
}

/** What is not asked for stays: in days where it was given in days. */
function wantedTime({ starts_at, ends_at, first_day, last_day }: AbsenceRecord, asked: Asked) {
  const end = last_day ?? ends_at?.toISOString() ?? null;
  return {
    from: asked.from ?? first_day ?? starts_at.toISOString(),
    to: asked.to === undefined ? end : asked.to,
  };
}

async function follow(ctx: CommandContext, row: AbsenceRecord, next: AbsenceRecord): Promise<void> {
  if (row.state === 'planned' && next.starts_at <= ctx.now) {
    await begin(ctx, next);
    return;
  }
  const asksAgain =
    next.substitute_id !== row.substitute_id ||
    next.hands_over !== row.hands_over ||
    next.ends_at?.getTime() !== row.ends_at?.getTime();
  if (row.state === 'running' && asksAgain) {
    await saveAbsence(ctx, row.id, { moving: true });
    beginMoving(ctx, row);
  }
  tellAvailability(ctx, row.user_id);
}
