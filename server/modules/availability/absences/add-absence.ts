import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { id } from '../../../kernel/text.ts';
import { tellAvailability } from '../notice.ts';
import { readAbsence } from '../queries/read-absences.ts';
import { requireUsers } from '../queries/require-users.ts';
import { zoneOfUser } from '../queries/zone-of-user.ts';
import { Absence } from '../schema.ts';
import { absenceFields, absenceTime, mustBeginInReach, mustEndInReach } from './absence-fields.ts';
import { insertAbsence, lockAbsence, lockAbsences, type AbsenceRecord } from './absence-store.ts';
import { mustFit } from './must-fit.ts';
import { noteChange } from './note-change.ts';
import { begin } from './turning-points.ts';
import { mustBeOwnOrPermitted, peopleOf } from './whose.ts';

const input = z.strictObject({
  /** Left out: one's own. */
  userId: id().optional(),
  kind: absenceFields.kind,
  /** Left out: it begins now. */
  from: absenceFields.from.optional(),
  to: absenceFields.to.default(null),
  note: absenceFields.note.default(''),
  substituteId: absenceFields.substituteId.default(null),
  handsOver: absenceFields.handsOver.default('all'),
  givesBack: absenceFields.givesBack.default(true),
});

/** Planned or sudden. One that has begun hands over at once; everybody enters their own, leads anybody's. */
export const addAbsence = defineCommand({
  name: 'availability.add-absence',
  permission: 'self',
  input,
  output: Absence,

  async run(ctx, asked) {
    const userId = asked.userId ?? ctx.actor.id ?? '';
    mustBeOwnOrPermitted(ctx, userId);
    await requireUsers(ctx.tx, ctx.actor.workspaceId, peopleOf(userId, asked.substituteId));
    const zone = await zoneOfUser(ctx.tx, ctx.actor.workspaceId, userId);
    const row = planned(ctx, { ...asked, userId, zone });
    await lockAbsences(ctx);
    await mustFit(ctx, row);
    await insertAbsence(ctx, row);
    if (row.starts_at <= ctx.now) {
      await begin(ctx, await lockAbsence(ctx, row.id));
    } else {
      tellAvailability(ctx, userId);
    }
    const after = await readAbsence(ctx.tx, ctx.actor, row.id);
    noteChange(ctx, 'absence.added', null, after);
    return after;
  },
});

type Asked = z.output<typeof input> & { readonly userId: string; readonly zone: string };

function planned(ctx: CommandContext, asked: Asked): AbsenceRecord {
  const time = absenceTime({ from: asked.from, to: asked.to }, { now: ctx.now, zone: asked.zone });
  mustBeginInReach(time, ctx.now);
  mustEndInReach(time, ctx.now);
  return {
    ...time,
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    user_id: asked.userId,
    kind: asked.kind,
    note: asked.note,
    substitute_id: asked.substituteId,
    hands_over: asked.handsOver,
    gives_back: asked.givesBack,
    state: 'planned',
    revised_at: ctx.now,
    alarm_at: time.starts_at,
    moving: false,
    created_by_name: ctx.actor.name,
    created_at: ctx.now,
    version: 1,
  };
}
