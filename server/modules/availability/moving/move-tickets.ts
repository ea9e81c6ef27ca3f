import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { lockAbsence, saveAbsence, type AbsenceRecord } from '../absences/absence-store.ts';
import { compileAvailability, type Availabilities } from '../deciding/compile-availability.ts';
import { absenceMoved } from '../events.ts';
import { readAvailabilitySettings } from '../queries/read-settings.ts';
import { giveBack } from './give-back.ts';
import { handOver, handOverAgain } from './hand-over.ts';
import * as store from './moved-store.ts';

/** So many tickets in one transaction: each is locked, and others may be waiting for it. */
export const ticketsAtOnce = 50;

/**
 * Some of what an absence has to hand over, or to give back when it is over. What was done is written down with it: repeated, or by two
 * at once, each ticket moves once.
 */
export const moveTickets = defineCommand({
  name: 'availability.move-tickets',
  permission: 'availability.change',
  input: z.strictObject({ absenceId: z.string() }),
  output: z.object({ isDone: z.boolean() }),

  async run(ctx, { absenceId }) {
    const absence = await lockAbsence(ctx, absenceId);
    const { workspaceId } = ctx.actor;
    const known = compileAvailability(await readAvailabilitySettings(ctx.tx, workspaceId));
    const moved =
      absence.state === 'over'
        ? await moveBack(ctx, absence, known)
        : await moveAway(ctx, absence, known);
    const isDone = moved < ticketsAtOnce;
    if (isDone && absence.moving) {
      await saveAbsence(ctx, absence.id, { moving: false });
      const about = { absenceId: absence.id, userId: absence.user_id };
      ctx.emit(absenceMoved, { ...about, ...(await store.countMoved(ctx, absence.id)) });
    }
    return { isDone };
  },
});

async function moveAway(
  ctx: CommandContext,
  absence: AbsenceRecord,
  known: Availabilities,
): Promise<number> {
  const current = known.absenceOf(absence.user_id, ctx.now);
  if (absence.state !== 'running' || current?.absence.id !== absence.id) {
    return 0;
  }
  const outdated = await store.listOutdated(ctx, absence, ticketsAtOnce);
  for (const handed of outdated) {
    await handOverAgain(ctx, { current, known }, handed);
  }
  if (absence.hands_over === 'nothing' || outdated.length === ticketsAtOnce) {
    return outdated.length;
  }
  const ids = await store.lockUntouched(ctx, absence, ticketsAtOnce - outdated.length);
  for (const ticketId of ids) {
    await handOver(ctx, { current, known }, ticketId);
  }
  return outdated.length + ids.length;
}

async function moveBack(
  ctx: CommandContext,
  absence: AbsenceRecord,
  known: Availabilities,
): Promise<number> {
  if (!absence.gives_back || !known.userIds.includes(absence.user_id)) {
    await store.keepAll(ctx, absence.id);
    return 0;
  }
  const again = known.absenceOf(absence.user_id, ctx.now);
  if (again) {
    await store.passOn(ctx, absence.id, again.absence.id);
    return 0;
  }
  const handed = await store.listHanded(ctx, absence.id, ticketsAtOnce);
  for (const { ticket_id: ticketId } of handed) {
    await giveBack(ctx, absence, { ticketId, name: known.nameOf(absence.user_id) });
  }
  return handed.length;
}
