import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { emailAddress, id, line, oneOfFields } from '../../../kernel/text.ts';
import { normalizeContact, recognisePerson, requirePerson } from '../../customers/public.ts';
import { takeFiles } from '../attachments.ts';
import { lookAhead } from '../policies/look-ahead.ts';
import { beginIn, registeredKinds } from '../registered.ts';
import { openWithMessage } from '../conversation.ts';
import { readTicket, toTicket } from '../queries/read-ticket.ts';
import { Priority, Ticket, TicketType, changeable } from '../schema.ts';
import { nameFound, namesOf, type NamedField } from '../queries/named.ts';
import { requireActiveUser, type TicketRecord } from '../store.ts';
import { takeNumber } from '../ticket-store.ts';
import { writtenText } from '../written-text.ts';
import type { CommandContext } from '../../../kernel/commands.ts';

const Requester = z
  .strictObject({
    id: id().optional(),
    email: emailAddress().optional(),
    phone: line({ min: 3, max: 40 }).optional(),
    name: line({ max: 300 }).optional(),
  })
  .refine((value) => value.id ?? value.email ?? value.phone, { message: 'required' })
  .meta(oneOfFields('id', 'email', 'phone'));

export const openTicket = defineCommand({
  name: 'tickets.open',
  permission: 'ticket.create',
  input: z
    .strictObject({
      subject: changeable.subject,
      body: changeable.body.optional(),
      html: changeable.html.optional(),
      requester: Requester,
      priority: Priority.optional(),
      impact: Priority.optional(),
      urgency: Priority.optional(),
      type: TicketType.optional(),
      tags: changeable.tags.optional(),
      fields: changeable.fields.optional(),
      region: changeable.region.optional(),
      categoryId: id().nullable().optional(),
      teamId: id().nullable().optional(),
      assigneeId: id().nullable().optional(),
      attachments: z.array(id()).max(50).optional(),
      /** How the customer asked, when an agent writes it down; else the API. */
      channel: z.enum(registeredKinds).optional(),
      /** What became of it at once, e.g. solved during the call. */
      status: z.enum(['open', 'pending', 'on_hold', 'solved']).optional(),
    })
    .refine(({ body, html }) => body !== undefined || html !== undefined, {
      message: 'required',
      path: ['body'],
    })
    .meta(oneOfFields('body', 'html')),
  output: Ticket,

  async run(ctx, { subject, body, html, requester, channel, status, attachments = [], ...state }) {
    const [person, number, ahead] = await Promise.all([
      requesterOf(ctx, requester),
      takeNumber(ctx),
      lookAhead(ctx, contactOf(requester)),
      requireKnown(ctx, state),
    ]);
    const { ticket } = await openWithMessage(ctx, {
      subject,
      number,
      ahead,
      requester: person,
      state: withoutUndefined(state),
      author: {
        kind: 'person',
        id: person.id,
        name: person.name,
        address: requester.email ?? requester.phone ?? null,
      },
      message: {
        ...writtenText({ body, html }),
        files: await takeFiles(ctx, attachments),
        channel: { kind: channel ?? 'api', id: null },
      },
    });
    if (status !== undefined || channel !== undefined) {
      await beginIn(ctx, ticket, { status, channel });
      return readTicket(ctx.tx, ctx.actor, ticket.id);
    }
    const names = namesFound(ctx, ticket);
    return names === null
      ? readTicket(ctx.tx, ctx.actor, ticket.id)
      : toTicket({ ...ticket, ...names, requester_name: person.name }, person.email);
  },
});

/** Names that the ticket's history has just looked up; null: some of them have to be read. */
function namesFound(ctx: CommandContext, ticket: TicketRecord) {
  const nameOf = (field: NamedField, of: string | null) =>
    of === null ? null : nameFound(ctx, field, of);
  const names = {
    team_name: nameOf('teamId', ticket.team_id),
    assignee_name: nameOf('assigneeId', ticket.assignee_id),
    category_name: nameOf('categoryId', ticket.category_id),
    own_status_name: nameOf('ownStatusId', ticket.own_status_id),
  };
  return ticket.organization_id === null && areFound(names)
    ? { ...names, organization_name: null, merged_into_number: null }
    : null;
}

const areFound = <Name extends string>(
  names: Record<Name, string | null | undefined>,
): names is Record<Name, string | null> => Object.values(names).every((name) => name !== undefined);

type Named = { [K in NamedField]?: string | null | undefined };

/** Who and what the ticket is handed to from the start. */
async function requireKnown(ctx: CommandContext, { assigneeId, ...others }: Named): Promise<void> {
  if (assigneeId) {
    await requireActiveUser(ctx, assigneeId);
  }
  for (const field of ['teamId', 'categoryId'] as const) {
    const named = others[field];
    if (named) {
      await namesOf(ctx, field, [named]);
    }
  }
}

/** A number is read by the workspace's country, and whoever is named by id may have been merged: those are looked up first. */
function contactOf({ id: known, email }: z.infer<typeof Requester>) {
  const normalized = known === undefined && email ? normalizeContact('email', email) : null;
  return normalized === null ? null : { kind: 'email' as const, normalized };
}

async function requesterOf(ctx: CommandContext, requester: z.infer<typeof Requester>) {
  if (requester.id) {
    return requirePerson(ctx, requester.id);
  }
  const kind = requester.email ? 'email' : 'phone';
  const value = requester.email ?? requester.phone;
  if (!value) {
    throw invalid('requester', 'required');
  }
  return recognisePerson(ctx, { kind, value, name: requester.name });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Defined<T>;
}
