import { z } from 'zod';
import { time } from '../../kernel/text.ts';
import { Contact, Ref } from '../customers/public.ts';
import { Priority, Status, TicketType } from '../tickets/public.ts';

/** Places of what was found, in UTF-16 units of the text beside them; the end is behind the last. */
const marks = z.array(z.object({ from: z.int(), to: z.int() }));

export const Excerpt = z
  .object({
    messageId: z.string(),
    visibility: z.enum(['public', 'internal']),
    author: z.string(),
    at: time(),
    text: z.string(),
    marks,
  })
  .meta({ id: 'Excerpt' });
export type Excerpt = z.infer<typeof Excerpt>;

export const FoundTicket = z
  .object({
    kind: z.literal('ticket'),
    id: z.string(),
    number: z.int(),
    subject: z.string(),
    subjectMarks: marks,
    status: Status,
    priority: Priority,
    type: TicketType,
    requester: Ref,
    requesterMarks: marks,
    organization: Ref.nullable(),
    team: Ref.nullable(),
    assignee: Ref.nullable(),
    tags: z.array(z.string()),
    preview: z.string(),
    createdAt: time(),
    updatedAt: time(),
    /** Messages that have it, the newest first; none when it was found elsewhere. */
    excerpts: z.array(Excerpt),
  })
  .meta({ id: 'FoundTicket' });
export type FoundTicket = z.infer<typeof FoundTicket>;

export const FoundPerson = z
  .object({
    kind: z.literal('person'),
    id: z.string(),
    name: z.string(),
    nameMarks: marks,
    organization: Ref.nullable(),
    contacts: z.array(Contact.extend({ marks })),
  })
  .meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof FoundPerson>;

export const FoundOrganization = z
  .object({
    kind: z.literal('organization'),
    id: z.string(),
    name: z.string(),
    nameMarks: marks,
    domains: z.array(z.string()),
  })
  .meta({ id: 'FoundOrganization' });
export type FoundOrganization = z.infer<typeof FoundOrganization>;

export const Found = z.discriminatedUnion('kind', [FoundTicket, FoundPerson, FoundOrganization]);
export type Found = z.infer<typeof Found>;

export const SearchAnswer = z
  .object({
    /** People and organizations first, then tickets: the best first, then the newest. */
    items: z.array(Found),
    next: z.string().nullable(),
    /** Words that were looked for instead of what was typed. */
    instead: z.array(
      z.object({ typed: z.string(), meant: z.string(), why: z.enum(['layout', 'typo']) }),
    ),
    /** False when there may be more, older tickets that fit: the search stops where it would take too long. */
    complete: z.boolean(),
    /** Tickets from before the index are still being read, the newest first. */
    catchingUp: z.boolean(),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
