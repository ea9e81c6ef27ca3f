import { expect, vi } from 'vitest';
import type { SampleOf } from './route-samples.ts';
import { created, newTicket, type Things } from './route-things.ts';

const asking = ({ administrator }: Things) => ({
  text: 'May the shop be closed for a day?',
  approvers: [{ userId: administrator.id }],
});
/** In a ticket of its own, so that there is something to decide. */
async function approval(things: Things): Promise<{ approvalId: string }> {
  const { administrator } = things;
  const ticket = await created(administrator.call('POST /tickets', newTicket()));
  const asked = await created(
    administrator.call(`POST /tickets/${String(ticket['id'])}/approvals`, asking(things)),
  );
  return { approvalId: asked['id'] as string };
}

export const samplesOfApprovals: Readonly<Record<string, SampleOf>> = {
  'GET /tickets/:ticketId/approvals': ({ ticket }) => ({ path: { ticketId: ticket } }),
  'POST /tickets/:ticketId/approvals': (things) => ({
    path: { ticketId: things.ticket },
    body: {
      ...asking(things),
      approvers: [{ userId: things.agent.id }, { personId: things.person }],
    },
  }),
  'GET /approvals': () => ({}),
  'POST /approvals/:approvalId/decide': async (things) => ({
    path: await approval(things),
    body: { decision: 'approved' },
  }),
  // There is no mailbox that could ask them, so they may be reminded at once.
  'POST /approvals/:approvalId/remind': async (things) => {
    const path = await approval(things);
    await vi.waitFor(async () => {
      const { body } = await things.administrator.call('GET /approvals');
      const asked = body.items.find(({ id }: { id: string }) => id === path.approvalId);
      expect(asked?.approvers[0].mail).toBe('failed');
    }, 20_000);
    return { path };
  },
  'POST /approvals/:approvalId/cancel': async (things) => ({ path: await approval(things) }),
};
