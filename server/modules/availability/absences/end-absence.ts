import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { tellAvailability } from '../notice.ts';
import { readAbsence } from '../queries/read-absences.ts';
import { Absence } from '../schema.ts';
import { deleteAbsence, lockAbsence } from './absence-store.ts';
import { noteChange } from './note-change.ts';
import { begin, finish } from './turning-points.ts';
import { mustBeOwnOrPermitted } from './whose.ts';

/** Back before the time: what was handed over comes back now. Said twice, it is still once. */
export const endAbsence = defineCommand({
  name: 'availability.end-absence',
  permission: 'self',
  input: z.strictObject({ absenceId: id() }),
  output: Absence,

  async run(ctx, { absenceId }) {
    const row = await lockAbsence(ctx, absenceId);
    mustBeOwnOrPermitted(ctx, row.user_id);
    if (row.state === 'planned') {
      throw new Refusal('not_allowed', 'absence.planned');
    }
    if (row.state === 'running') {
      const before = await readAbsence(ctx.tx, ctx.actor, row.id);
      await finish(ctx, row);
      noteChange(ctx, 'absence.ended', before, await readAbsence(ctx.tx, ctx.actor, row.id));
    }
    return readAbsence(ctx.tx, ctx.actor, row.id);
  },
});

/** One that has not begun. */
export const cancelAbsence = defineCommand({
  name: 'availability.cancel-absence',
  permission: 'self',
  input: z.strictObject({ absenceId: id() }),
  output: z.object({}),

  async run(ctx, { absenceId }) {
    const row = await lockAbsence(ctx, absenceId);
    mustBeOwnOrPermitted(ctx, row.user_id);
    if (row.state !== 'planned') {
      throw new Refusal('not_allowed', row.state === 'over' ? 'absence.over' : 'absence.running');
    }
    const before = await readAbsence(ctx.tx, ctx.actor, row.id);
    await deleteAbsence(ctx, row.id);
    tellAvailability(ctx, row.user_id);
    noteChange(ctx, 'absence.cancelled', before, null);
    return {};
  },
});

/** Asked by every worker whose clock says so; the row's lock makes it once. */
export const lookAtAbsence = defineCommand({
  name: 'availability.look-at-absence',
  permission: 'availability.change',
  input: z.strictObject({ absenceId: z.string() }),
  output: z.object({}),

  async run(ctx, { absenceId }) {
    const row = await lockAbsence(ctx, absenceId);
    if (row.alarm_at === null || row.alarm_at > ctx.now) {
      return {};
    }
    const isOver = row.ends_at !== null && row.ends_at <= ctx.now;
    await (isOver ? finish(ctx, row) : begin(ctx, row));
    return {};
  },
});
