import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import type { Stage } from './stage.ts';

type Moved = { moveId: string; ticket: Ticket };
type Undone = { returned: number; stayed: number; ticket: Ticket };
export type MoveAt = {
  /** The ticket that the messages went into. */
  into: number;
  kind: 'merge' | 'split';
  /** Whether to open the ticket that they come back to. */
  goes: boolean;
};

export function moveActs({ ticket, t, show, reread, go, say }: Stage) {
  async function undo(moveId: string, at: MoveAt): Promise<void> {
    const path = `/tickets/${ticket.id}/moves/${moveId}/undo`;
    const { stayed, ticket: back } = await api.post<Undone>(path);
    show(back);
    await reread(ticket.number, back.number, at.into);
    if (at.goes) {
      go(back.number, true);
    }
    if (at.kind === 'split') {
      say(t('work.split.undone'));
    } else {
      say(
        stayed > 0
          ? t('work.merge.stayed', { count: stayed, number: at.into })
          : t('work.merge.undone'),
      );
    }
  }
  async function merge(into: { id: string; number: number }): Promise<void> {
    const body = { into: into.id };
    const { moveId } = await api.post<Moved>(`/tickets/${ticket.id}/merge`, body);
    await reread(into.number);
    go(into.number, true);
    say(t('work.merge.done', { from: ticket.number, to: into.number }), () =>
      undo(moveId, { into: into.number, kind: 'merge', goes: true }),
    );
  }
  async function split(messageIds: readonly string[], subject: string): Promise<void> {
    const body = { messageIds, ...(subject && { subject }) };
    const path = `/tickets/${ticket.id}/split`;
    const { moveId, ticket: born } = await api.post<Moved>(path, body);
    await reread(ticket.number);
    go(born.number);
    say(t('work.split.done', { number: born.number }), () =>
      undo(moveId, { into: born.number, kind: 'split', goes: true }),
    );
  }
  return { merge, split, undo };
}
