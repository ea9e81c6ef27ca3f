import type { CommandContext } from '../../../kernel/commands.ts';
import { absenceBegan, absenceOver } from '../events.ts';
import { moveQueue } from '../moving/queue.data.ts';
import { tellAvailability } from '../notice.ts';
import { saveAbsence, type AbsenceRecord } from './absence-store.ts';

const about = ({ id, user_id: userId }: AbsenceRecord) => ({ absenceId: id, userId });

/** Tickets follow in the background; whoever was quicker has said so already. */
export function beginMoving(ctx: CommandContext, { id }: Pick<AbsenceRecord, 'id'>): void {
  ctx.enqueue({ queue: moveQueue.name, payload: { absenceId: id } });
}

/** The row is locked, and its time has come. */
export async function begin(ctx: CommandContext, row: AbsenceRecord): Promise<void> {
  const moving = row.hands_over !== 'nothing';
  await saveAbsence(ctx, row.id, { state: 'running', alarm_at: row.ends_at, moving });
  if (moving) {
    beginMoving(ctx, row);
  }
  ctx.emit(absenceBegan, about(row));
  tellAvailability(ctx, row.user_id);
}

/** The row is locked. Before its time: it gets the end that it has really had. */
export async function finish(ctx: CommandContext, row: AbsenceRecord): Promise<void> {
  const early = row.ends_at === null || row.ends_at > ctx.now;
  const ends = ctx.now > row.starts_at ? ctx.now : row.starts_at;
  await saveAbsence(ctx, row.id, {
    state: 'over',
    alarm_at: null,
    moving: true,
    version: row.version + 1,
    ...(early && { ends_at: ends, first_day: null, last_day: null }),
  });
  beginMoving(ctx, row);
  ctx.emit(absenceOver, about(row));
  tellAvailability(ctx, row.user_id);
}
