import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { readTicket, Ticket } from '../../tickets/public.ts';
import { filledTexts } from '../fill.ts';
import { fieldsOf, openFrom, personOf } from '../open-from-template.ts';
import { FilledTicket } from '../schema.ts';
import { countUse, lockTicketTemplate } from '../template-store.ts';

const input = z.strictObject({
  templateId: id(),
  /** Instead of the template's own customer. */
  requesterId: id().optional(),
});

/** What a new ticket would say, for a form that somebody looks through first; counted as a use. */
export const fillTicketTemplate = defineCommand({
  name: 'ticket-templates.fill',
  permission: 'ticket.create',
  input,
  output: FilledTicket,

  async run(ctx, { templateId, requesterId }) {
    const template = await lockTicketTemplate(ctx, templateId);
    const person = await personOf(ctx, requesterId ?? template.requester_id);
    const texts = await filledTexts(ctx, template, {
      person,
      agentName: ctx.actor.name,
      day: ctx.now,
    });
    await countUse(ctx, templateId);
    return {
      ...texts,
      ...(await fieldsOf(ctx, template)),
      requester: person && { id: person.id, name: person.name, email: person.email },
    };
  },
});

/** Opens a ticket from a template without looking. */
export const openTicketFromTemplate = defineCommand({
  name: 'ticket-templates.open',
  permission: 'ticket.create',
  input,
  output: Ticket,

  async run(ctx, { templateId, requesterId }) {
    const template = await lockTicketTemplate(ctx, templateId);
    const person = await personOf(ctx, requesterId ?? template.requester_id);
    if (!person) {
      throw invalid('requesterId', 'required');
    }
    const ticket = await openFrom(ctx, template, {
      person,
      author: { kind: 'person', id: person.id, name: person.name, address: person.email },
      around: { agentName: ctx.actor.name, day: ctx.now },
      recurrence: null,
    });
    return readTicket(ctx.tx, ctx.actor, ticket.id, { evenIfHidden: true });
  },
});
