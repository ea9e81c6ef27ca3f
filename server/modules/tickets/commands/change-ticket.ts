import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { applyTo } from '../door.ts';
import { mergeValues } from '../own-fields/merge-values.ts';
import { readTicket } from '../queries/read-ticket.ts';
import type { Changes } from '../rules/ticket.ts';
import { Priority, SettableStatus, Ticket, TicketType, changeable, ticketRef } from '../schema.ts';
import { lockTicket, requireActiveUser } from '../store.ts';

/**
 * Several intentions at once ("assign to second line and raise the priority") are one act of a person and one
 * transaction; each leaves an event of its own.
 */
export const changeTicket = defineCommand({
  name: 'tickets.change',
  permission: 'ticket.read',
  input: z.strictObject({
    ticketId: ticketRef,
    version: version().optional(),
    status: SettableStatus.optional(),
    /** Brings the status that it stands for with it. */
    ownStatusId: id().optional(),
    priority: Priority.optional(),
    impact: Priority.nullable().optional(),
    urgency: Priority.nullable().optional(),
    type: TicketType.optional(),
    assigneeId: id().nullable().optional(),
    teamId: id().nullable().optional(),
    categoryId: id().nullable().optional(),
    tags: changeable.tags.optional(),
    subject: changeable.subject.optional(),
    region: changeable.region.optional(),
    fields: changeable.fields.optional(),
    reason: changeable.reason.optional(),
  }),
  output: Ticket,

  async run(ctx, { ticketId, version: seen, reason, fields, ...asked }) {
    const row = await lockTicket(ctx, ticketId);
    mustBeCurrent(row, seen);
    const changes: Changes = {};
    for (const [field, value] of Object.entries(asked)) {
      if (value !== undefined) {
        mustBePermitted(ctx.actor, permissionFor(field));
        Object.assign(changes, { [field]: value });
      }
    }
    if (fields) {
      mustBePermitted(ctx.actor, 'ticket.change');
      changes.fields = mergeValues(row.fields, fields);
    }
    if (changes.assigneeId) {
      await requireActiveUser(ctx, changes.assigneeId);
    }
    const after = await applyTo(ctx, row, {
      changes,
      occurrences: [],
      ...(reason && { reason: { code: 'said', params: { text: reason } } }),
    });
    return readTicket(ctx.tx, ctx.actor, after.id, { evenIfHidden: true });
  },
});

const permissionFor = (field: string): string =>
  field === 'assigneeId' || field === 'teamId' ? 'ticket.assign' : 'ticket.change';
