import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version, oneOfFields } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { requirePerson } from '../../customers/public.ts';
import { mustBeOwnValues, mustExist } from '../../tickets/public.ts';
import { ticketTemplateChanged } from '../events.ts';
import { preparedTexts } from '../fill.ts';
import { goOnFromNow } from '../go-on-from-now.ts';
import { readTicketTemplate } from '../queries/read-ticket-templates.ts';
import { lockRecurrencesOfTemplate } from '../recurrence-store.ts';
import { TicketTemplate, ticketTemplateFields as fields } from '../schema.ts';
import {
  deleteTicketTemplate,
  insertTicketTemplate,
  lockTicketTemplate,
  saveTicketTemplate,
  type TicketTemplateRecord,
} from '../template-store.ts';

const words = {
  body: fields.body.optional(),
  html: fields.html.optional(),
};

export const addTicketTemplate = defineCommand({
  name: 'ticket-templates.add',
  permission: 'template.change',
  input: z
    .strictObject({
      name: fields.name,
      subject: fields.subject,
      ...words,
      type: fields.type.default('task'),
      priority: fields.priority.default('normal'),
      categoryId: fields.categoryId.default(null),
      teamId: fields.teamId.default(null),
      assigneeId: fields.assigneeId.default(null),
      tags: fields.tags.default([]),
      fields: fields.fields.default({}),
      requesterId: fields.requesterId.default(null),
    })
    .refine(({ body, html }) => body !== undefined || Boolean(html), {
      message: 'required',
      path: ['body'],
    })
    .meta(oneOfFields('body', 'html')),
  output: TicketTemplate,

  async run(ctx, asked) {
    const { name, subject, body, html, type, priority, tags, fields: own, ...named } = asked;
    await mustBeThere(ctx, named);
    await mustFit(ctx, { type, fields: own });
    const templateId = newId();
    await insertTicketTemplate(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id: templateId,
      name,
      ...preparedTexts({ subject, body, html }),
      type,
      priority,
      ...columnsOf(named),
      tags,
      fields: own,
      uses: 0,
      last_used_at: null,
      version: 1,
      created_at: ctx.now,
      changed_at: ctx.now,
    });
    return noted(ctx, 'ticket-template.added', templateId, null);
  },
});

const changeInput = z.strictObject({
  templateId: id(),
  version: version().optional(),
  name: fields.name.optional(),
  subject: fields.subject.optional(),
  ...words,
  type: fields.type.optional(),
  priority: fields.priority.optional(),
  categoryId: fields.categoryId.optional(),
  teamId: fields.teamId.optional(),
  assigneeId: fields.assigneeId.optional(),
  tags: fields.tags.optional(),
  fields: fields.fields.optional(),
  requesterId: fields.requesterId.optional(),
});

export const changeTicketTemplate = defineCommand({
  name: 'ticket-templates.change',
  permission: 'template.change',
  input: changeInput,
  output: TicketTemplate,

  async run(ctx, { templateId, version: seen, ...asked }) {
    const row = await lockTicketTemplate(ctx, templateId);
    mustBeCurrent(row, seen);
    await mustBeThere(ctx, asked);
    if (asked.fields !== undefined || asked.type !== undefined) {
      await mustFit(ctx, { type: asked.type ?? row.type, fields: asked.fields ?? row.fields });
    }
    const before = await readTicketTemplate(ctx.tx, ctx.actor.workspaceId, templateId);
    await saveTicketTemplate(ctx, changed(ctx, row, asked));
    return noted(ctx, 'ticket-template.changed', templateId, before);
  },
});

/** Its schedules come back with it, and go on from now. */
export const ticketTemplateRemoval: RemovalKind = {
  kind: 'ticket-template',
  permission: 'template.change',
  table: 'ticket_template',
  async returned(ctx, { id: templateId }) {
    await goOnFromNow(ctx, await lockRecurrencesOfTemplate(ctx, templateId));
    await noted(ctx, 'ticket-template.restored', templateId, null);
  },
};

export const removeTicketTemplate = defineCommand({
  name: 'ticket-templates.remove',
  permission: 'template.change',
  input: z.strictObject({ templateId: id() }),
  output: Removed,

  async run(ctx, { templateId }) {
    await lockTicketTemplate(ctx, templateId);
    const before = await readTicketTemplate(ctx.tx, ctx.actor.workspaceId, templateId);
    const removed = await keepRemoved(ctx, ticketTemplateRemoval, before);
    await deleteTicketTemplate(ctx, templateId);
    noteChange(ctx, 'ticket-template.removed', before, null);
    return removed;
  },
});

type Named = {
  [K in 'categoryId' | 'teamId' | 'assigneeId' | 'requesterId']?: string | null | undefined;
};

async function mustBeThere(ctx: CommandContext, named: Named): Promise<void> {
  const { categoryId, teamId, assigneeId, requesterId } = named;
  await mustExist(ctx, {
    ...(categoryId && { categoryId }),
    ...(teamId && { teamId }),
    ...(assigneeId && { assigneeId }),
  });
  if (requesterId) {
    await requirePerson(ctx, requesterId);
  }
}

/** What its tickets could not be opened with is said while somebody looks. */
const mustFit = (
  ctx: CommandContext,
  { type, fields: values }: Pick<TicketTemplateRecord, 'type' | 'fields'>,
): Promise<void> => mustBeOwnValues(ctx, [{ at: (name) => `fields.${name}`, values, type }]);

const columnsOf = ({ categoryId, teamId, assigneeId, requesterId }: Required<Named>) => ({
  category_id: categoryId ?? null,
  team_id: teamId ?? null,
  assignee_id: assigneeId ?? null,
  requester_id: requesterId ?? null,
});

type Asked = Omit<z.output<typeof changeInput>, 'templateId' | 'version'>;

function changed(
  ctx: CommandContext,
  row: TicketTemplateRecord,
  asked: Asked,
): TicketTemplateRecord {
  const { subject, body, html, categoryId, teamId, assigneeId, requesterId, ...plain } = asked;
  const said = Object.entries(plain).filter(([, value]) => value !== undefined);
  const kept = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  const isRewritten = subject !== undefined || body !== undefined || html !== undefined;
  // Text alone replaces a form: else the old one would be sent.
  const form = kept(html, body === undefined ? row.html : null);
  return {
    ...row,
    ...(Object.fromEntries(said) as Partial<TicketTemplateRecord>),
    ...(isRewritten &&
      preparedTexts({
        subject: subject ?? row.subject,
        body: body ?? (html ? undefined : row.body),
        html: form,
      })),
    ...columnsOf({
      categoryId: kept(categoryId, row.category_id),
      teamId: kept(teamId, row.team_id),
      assigneeId: kept(assigneeId, row.assignee_id),
      requesterId: kept(requesterId, row.requester_id),
    }),
    version: row.version + 1,
    changed_at: isRewritten ? ctx.now : row.changed_at,
  };
}

async function noted(
  ctx: CommandContext,
  action: string,
  templateId: string,
  before: TicketTemplate | null,
): Promise<TicketTemplate> {
  const after = await readTicketTemplate(ctx.tx, ctx.actor.workspaceId, templateId);
  noteChange(ctx, action, before, after);
  return after;
}

function noteChange(
  ctx: CommandContext,
  action: string,
  before: TicketTemplate | null,
  after: TicketTemplate | null,
): void {
  const { id: templateId, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(ticketTemplateChanged, { templateId });
  ctx.audit({
    action,
    subject: { kind: 'ticket_template', id: templateId, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = (template: TicketTemplate) => ({
  name: template.name,
  subject: template.subject,
  body: template.body,
  type: template.type,
  priority: template.priority,
  category: template.category?.name ?? null,
  team: template.team?.name ?? null,
  assignee: template.assignee?.name ?? null,
  requester: template.requester?.name ?? null,
  tags: template.tags,
});
