import type { CommandContext } from '../../kernel/commands.ts';
import { requirePerson, type RecognisedPerson } from '../customers/public.ts';
import { readReach } from '../identity/public.ts';
import { openWithMessage, type Author, type TicketRecord } from '../tickets/public.ts';
import { openedFromTemplate } from './events.ts';
import { filledTexts, type Around } from './fill.ts';
import { countUse, type TicketTemplateRecord } from './template-store.ts';

/** Fields that a new ticket gets. An assignee who works here no longer is left out: the ticket must not wait for nobody. */
export async function fieldsOf(ctx: CommandContext, template: TicketTemplateRecord) {
  const { assignee_id: assigneeId } = template;
  const reach = await readReach(
    ctx.tx,
    ctx.actor.workspaceId,
    assigneeId === null ? [] : [assigneeId],
  );
  const isHere = assigneeId !== null && reach.get(assigneeId)?.active === true;
  return {
    type: template.type,
    priority: template.priority,
    categoryId: template.category_id,
    teamId: template.team_id,
    assigneeId: isHere ? assigneeId : null,
    tags: template.tags,
    fields: template.fields,
  };
}

export const personOf = async (
  ctx: CommandContext,
  personId: string | null,
): Promise<RecognisedPerson | null> => (personId === null ? null : requirePerson(ctx, personId));

type Opening = {
  readonly person: RecognisedPerson;
  readonly author: Author;
  readonly around: Omit<Around, 'person'>;
  readonly recurrence: { readonly id: string; readonly on: string } | null;
};

/** Opens a ticket as the template says, in the caller's transaction. */
export async function openFrom(
  ctx: CommandContext,
  template: TicketTemplateRecord,
  { person, author, around, recurrence }: Opening,
): Promise<TicketRecord> {
  const { subject, body, html } = await filledTexts(ctx, template, { ...around, person });
  const { ticket } = await openWithMessage(ctx, {
    subject: subject || template.name,
    requester: person,
    state: await fieldsOf(ctx, template),
    author,
    message: { body: body || template.name, html, channel: { kind: 'api', id: null } },
  });
  await countUse(ctx, template.id);
  ctx.emit(
    openedFromTemplate,
    {
      ticketId: ticket.id,
      templateId: template.id,
      recurrenceId: recurrence?.id ?? null,
      on: recurrence?.on ?? null,
    },
    {
      ticketId: ticket.id,
      reason: {
        code: recurrence ? 'recurrence' : 'ticket_template',
        params: { name: template.name, templateId: template.id, date: recurrence?.on ?? null },
      },
    },
  );
  return ticket;
}
