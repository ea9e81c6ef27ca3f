import { api } from '../../lib/client.ts';
import type { Stage } from './stage.ts';
import type { LinkKind } from './work-queries.ts';

type Other = { id: string; number: number };

export function linkActs({ ticket, t, reread, say }: Stage) {
  const path = `/tickets/${ticket.id}/links`;
  async function link(kind: LinkKind, other: Other): Promise<void> {
    const { id } = await api.post<{ id: string }>(path, { kind, ticket: other.id });
    await reread(ticket.number, other.number);
    say(t('work.link.done'), () => unlink(id, { kind, ticket: other }));
  }
  async function unlink(linkId: string, was: { kind: LinkKind; ticket: Other }): Promise<void> {
    await api.delete(`${path}/${linkId}`);
    await reread(ticket.number, was.ticket.number);
    say(t('work.link.removed'), () => link(was.kind, was.ticket));
  }
  return { link, unlink };
}
