import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

const move = z.object({
  ticketId: z.string(),
  otherId: z.string(),
  moveId: z.string(),
  messages: z.int(),
});
/** Each act on two tickets is a fact of both, so that either history tells it whole. */
export const ticketMerged = defineEvent('ticket.merged', move);
export const ticketTookIn = defineEvent('ticket.took-in', move);
export const ticketSplit = defineEvent('ticket.split', move);
export const ticketSplitOff = defineEvent('ticket.split-off', move);
export const mergeUndone = defineEvent('ticket.merge-undone', move);
export const splitUndone = defineEvent('ticket.split-undone', move);

const link = z.object({ ticketId: z.string(), otherId: z.string(), linkId: z.string() });
export const ticketLinked = defineEvent('ticket.linked', link);
export const ticketUnlinked = defineEvent('ticket.unlinked', link);

const entry = z.object({ ticketId: z.string(), entryId: z.string(), userId: z.string() });
export const timeLogged = defineEvent('ticket.time-logged', entry);
export const timeChanged = defineEvent('ticket.time-changed', entry);
export const timeRemoved = defineEvent('ticket.time-removed', entry);

const call = z.object({ ticketId: z.string(), reminderId: z.string() });
export const callPlanned = defineEvent('ticket.call-planned', call);
export const calledBack = defineEvent('ticket.called-back', call);

/** Personal: about no ticket's history, seen by nobody else. */
const personal = z.object({
  userId: z.string(),
  reminderId: z.string(),
  ticketId: z.string().nullable(),
});
export const reminderDue = defineEvent('reminder.due', personal);
export const reminderChanged = defineEvent('reminder.changed', personal);
export const timerChanged = defineEvent('timer.changed', z.object({ userId: z.string() }));
