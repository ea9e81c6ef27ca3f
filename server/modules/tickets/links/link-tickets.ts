import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockBoth } from '../lock-both.ts';
import { named } from '../moves/named-ticket.ts';
import { ticketRef } from '../schema.ts';
import type { TicketRecord } from '../store.ts';
import { ticketLinked, ticketUnlinked } from '../work-events.ts';
import * as store from './link-store.ts';

/** As seen from one of the two: what the other one is to it. */
export const LinkKind = z
  .enum(['related', 'parent', 'child', 'problem', 'incident'])
  .meta({ id: 'LinkKind' });
export type LinkKind = z.infer<typeof LinkKind>;

const opposite: Record<LinkKind, LinkKind> = {
  related: 'related',
  parent: 'child',
  child: 'parent',
  problem: 'incident',
  incident: 'problem',
};

type Pair = readonly [own: TicketRecord, other: TicketRecord];

export const linkTickets = defineCommand({
  name: 'tickets.link',
  permission: 'ticket.link',
  input: z.strictObject({ ticketId: ticketRef, kind: LinkKind, ticket: ticketRef }),
  output: z.object({ id: z.string() }),

  async run(ctx, { ticketId, kind, ticket }) {
    const [own, other] = await lockBoth(ctx, ticketId, ticket);
    mustBeLinkable([own, other]);
    const link = stored(kind, own, other);
    if (link.kind === 'problem') {
      mustBeProblem(kind === 'problem' ? [own, other] : [other, own]);
    }
    if (link.kind === 'parent') {
      await mustStayTree(ctx, link);
    }
    const linkId = await store.insertLink(ctx, link);
    if (linkId === null) {
      throw new Refusal('conflict', 'link.exists');
    }
    tell(ctx, { linkId, kind }, [own, other], 'linked');
    return { id: linkId };
  },
});

export const unlinkTickets = defineCommand({
  name: 'tickets.unlink',
  permission: 'ticket.link',
  input: z.strictObject({ ticketId: ticketRef, linkId: id() }),
  output: z.object({}),

  async run(ctx, { ticketId, linkId }) {
    const link = await store.findLink(ctx, linkId);
    if (!link) {
      throw new Refusal('not_found', 'link.not_found');
    }
    const [from, to] = await lockBoth(ctx, link.from_ticket_id, link.to_ticket_id);
    const isFrom = isNamedBy(from, ticketId);
    if (!isFrom && !isNamedBy(to, ticketId)) {
      throw new Refusal('not_found', 'link.not_found');
    }
    if (!(await store.deleteLink(ctx, link.id))) {
      throw new Refusal('not_found', 'link.not_found');
    }
    tell(ctx, { linkId, kind: link.kind }, [from, to], 'unlinked');
    return {};
  },
});

const isNamedBy = ({ id: ticketId, number }: TicketRecord, ref: string): boolean =>
  ticketId === ref || String(number) === ref;

function mustBeLinkable([own, other]: Pair): void {
  if (own.id === other.id) {
    throw new Refusal('not_allowed', 'link.itself');
  }
  if (own.merged_into !== null || other.merged_into !== null) {
    throw new Refusal('conflict', 'ticket.merged');
  }
}

/** Each pair and kind in one direction only, so that the same link cannot be made twice from its two ends. */
function stored(kind: LinkKind, own: TicketRecord, other: TicketRecord) {
  const turned =
    kind === 'child' || kind === 'incident' || (kind === 'related' && own.id > other.id);
  const [from, to] = turned ? [other, own] : [own, other];
  const one = kind === 'child' ? 'parent' : kind === 'incident' ? 'problem' : kind;
  return { kind: one, from_ticket_id: from.id, to_ticket_id: to.id };
}

function mustBeProblem([incident, problem]: Pair): void {
  if (problem.type !== 'problem') {
    throw new Refusal('not_allowed', 'link.not_problem');
  }
  if (incident.type === 'problem') {
    throw new Refusal('not_allowed', 'link.not_incident');
  }
}

async function mustStayTree(
  ctx: CommandContext,
  link: { from_ticket_id: string; to_ticket_id: string },
): Promise<void> {
  await store.lockTree(ctx);
  const [, parent] = await store.ancestorsOf(ctx, link.from_ticket_id);
  if (parent !== undefined && parent !== link.to_ticket_id) {
    throw new Refusal('conflict', 'link.has_parent');
  }
  if ((await store.ancestorsOf(ctx, link.to_ticket_id)).includes(link.from_ticket_id)) {
    throw new Refusal('conflict', 'link.circle');
  }
}

function tell(
  ctx: CommandContext,
  { linkId, kind }: { linkId: string; kind: LinkKind },
  [own, other]: Pair,
  what: 'linked' | 'unlinked',
): void {
  const type = what === 'linked' ? ticketLinked : ticketUnlinked;
  for (const [ticket, its, field] of [
    [own, other, kind],
    [other, own, opposite[kind]],
  ] as const) {
    const change =
      what === 'linked' ? { from: null, to: named(its) } : { from: named(its), to: null };
    ctx.emit(
      type,
      { ticketId: ticket.id, otherId: its.id, linkId },
      { ticketId: ticket.id, changes: [{ field, ...change }] },
    );
  }
}
