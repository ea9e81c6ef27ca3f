import { z } from 'zod';
import { line, text, time } from '../../kernel/text.ts';
import { Ref } from '../customers/public.ts';

export const TicketType = z
  .enum(['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task'])
  .meta({ id: 'TicketType' });
export const Status = z
  .enum(['new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'])
  .meta({ id: 'Status' });
/** Into spam and out of it lead acts of their own, which remember what was before. */
export const SettableStatus = Status.exclude(['spam']);
export const Priority = z.enum(['low', 'normal', 'high', 'urgent']).meta({ id: 'Priority' });
export type TicketType = z.infer<typeof TicketType>;
export type Status = z.infer<typeof Status>;
export type Priority = z.infer<typeof Priority>;

export const openStatuses = ['new', 'open', 'pending', 'on_hold'] as const satisfies Status[];

export const TicketClock = z
  .object({
    target: z.string(),
    state: z.enum(['running', 'paused', 'breached']),
    dueAt: time().nullable(),
    /** From here on it is shown as in danger. */
    warnAt: time().nullable(),
  })
  .meta({ id: 'TicketClock' });
export type TicketClock = z.infer<typeof TicketClock>;

export const Ticket = z
  .object({
    id: z.string(),
    number: z.int(),
    type: TicketType,
    subject: z.string(),
    status: Status,
    /** In the company's own words; null: its type has no statuses of its own. */
    ownStatus: Ref.nullable(),
    priority: Priority,
    impact: Priority.nullable(),
    urgency: Priority.nullable(),
    category: Ref.nullable(),
    channel: z.object({ id: z.string().nullable(), kind: z.string() }),
    requester: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }),
    organization: Ref.nullable(),
    team: Ref.nullable(),
    assignee: Ref.nullable(),
    tags: z.array(z.string()),
    region: z.string().nullable(),
    fields: z.record(z.string(), z.unknown()),
    createdAt: time(),
    updatedAt: time(),
    lastMessageAt: time(),
    lastMessageBy: z.enum(['customer', 'agent', 'system']),
    preview: z.string(),
    messageCount: z.int(),
    firstRespondedAt: time().nullable(),
    solvedAt: time().nullable(),
    /** The clock that is due next, or that waits; null where nothing was promised. */
    clock: TicketClock.nullable(),
    firstResponseDueAt: time().nullable(),
    resolutionDueAt: time().nullable(),
    /** Put aside until then, or until the customer's answer. */
    snoozedUntil: z.union([time(), z.literal('answer')]).nullable(),
    mergedInto: z.object({ id: z.string(), number: z.int() }).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Ticket' });
export type Ticket = z.infer<typeof Ticket>;

export const TicketDetails = Ticket.extend({
  followers: z.array(Ref),
  /** Who belongs to the conversation beside the requester, since their ticket was merged into it. */
  participants: z.array(Ref.extend({ email: z.string().nullable() })),
  allowed: z.object({
    reply: z.boolean(),
    note: z.boolean(),
    assign: z.boolean(),
    change: z.boolean(),
    merge: z.boolean(),
    link: z.boolean(),
    snooze: z.boolean(),
    logTime: z.boolean(),
  }),
}).meta({ id: 'TicketDetails' });
export type TicketDetails = z.infer<typeof TicketDetails>;

export const Delivery = z
  .object({
    state: z.enum(['queued', 'sending', 'sent', 'bounced', 'failed']),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    attempts: z.int(),
    at: time(),
    nextAttemptAt: time().nullable(),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

export const Bounce = z
  .object({
    recipient: z.string(),
    code: z.string(),
    hard: z.boolean(),
    detail: z.string(),
    at: time(),
  })
  .meta({ id: 'Bounce' });
export type Bounce = z.infer<typeof Bounce>;

/** A file of a letter that the company does not take: it stays in the raw letter only. */
export const WithheldFile = z.object({
  name: z.string(),
  size: z.int(),
  reason: z.enum(['file_type', 'file_size', 'file_count']),
});
export type WithheldFile = z.infer<typeof WithheldFile>;

export const MailHeader = z.object({
  messageId: z.string().nullable(),
  from: z.string().nullable(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  withheld: z.array(WithheldFile).optional(),
  authentication: z.object({ spf: z.string(), dkim: z.string(), dmarc: z.string() }).nullable(),
});
export type MailHeader = z.infer<typeof MailHeader>;

export const Invitation = z.object({
  method: z.string(),
  summary: z.string(),
  location: z.string(),
  organizer: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const FileCard = z
  .object({
    id: z.string(),
    name: z.string(),
    contentType: z.string(),
    size: z.int(),
    inline: z.boolean(),
    previewable: z.boolean(),
    url: z.string(),
  })
  .meta({ id: 'File' });
export type FileCard = z.infer<typeof FileCard>;

export const Message = z
  .object({
    id: z.string(),
    ticketId: z.string(),
    visibility: z.enum(['public', 'internal']),
    direction: z.enum(['in', 'out']),
    author: z.object({
      kind: z.enum(['person', 'user', 'system']),
      id: z.string().nullable(),
      name: z.string(),
      email: z.string().nullable(),
    }),
    isNewParticipant: z.boolean(),
    channel: z.object({ id: z.string().nullable(), kind: z.string() }),
    text: z.string(),
    html: z.boolean(),
    folded: z.object({ text: z.string() }).nullable(),
    signature: z.string().nullable(),
    blockedImages: z.int(),
    files: z.array(FileCard),
    mail: MailHeader.nullable(),
    invitation: Invitation.nullable(),
    automatic: z.string().nullable(),
    delivery: Delivery.nullable(),
    bounces: z.array(Bounce),
    hasSource: z.boolean(),
    createdAt: time(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** Own fields: short values by name; whether one fits its definition is asked at the door. */
const fieldValue = z.union([
  text({ max: 10_000 }),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(text({ max: 1000 })).max(100),
]);

export const fieldName = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,59}$/, { message: 'not_field_name' });

/** An own field among the fields that every ticket has: `fields.serial`. */
export const ownFieldRef = z
  .string()
  .max(67)
  .regex(/^fields\.[a-zA-Z][a-zA-Z0-9_]{0,59}$/, { message: 'not_allowed' });

export const changeable = {
  subject: line({ min: 1, max: 500 }),
  tags: z
    .array(line({ min: 1, max: 60 }).transform((tag) => tag.toLowerCase()))
    .max(50)
    .transform((tags) => [...new Set(tags)]),
  region: line({ max: 120 }).nullable(),
  fields: z
    .record(fieldName, fieldValue)
    .refine((fields) => Object.keys(fields).length <= 200, { message: 'too_many' }),
  reason: line({ max: 1000 }),
  body: text({ min: 1, max: 200_000 }),
  html: text({ min: 1, max: 1_000_000 }),
};

/** A ticket is named by its id or, as people do, by its number. */
export const ticketRef = z
  .string()
  .max(40)
  .regex(/^(\d{1,15}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/, {
    message: 'not_ticket',
  })
  .transform((value) => value.toLowerCase());
