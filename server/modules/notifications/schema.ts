import { z } from 'zod';
import { line, text, time, version } from '../../kernel/text.ts';
import { weekdays } from '../calendars/public.ts';
import { timeZone } from '../identity/public.ts';
import { topics, type Topic, type Way } from './topics.data.ts';

export const Notice = z
  .object({
    id: z.string(),
    /** `mention`, `assigned`, `sla-breached` …; others may come. */
    kind: z.string(),
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }).nullable(),
    /** In the console: where one sees it. */
    path: z.string(),
    messageId: z.string().nullable(),
    actor: z.object({ id: z.string().nullable(), name: z.string() }),
    preview: z.string(),
    /** What fills its sentence: `target`, `step`, `to`. */
    words: z.record(z.string(), z.union([z.string(), z.number()])),
    createdAt: time(),
    readAt: time().nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

const wayChoice = z.strictObject({ app: z.boolean(), mail: z.boolean(), push: z.boolean() });
const allWays = Object.fromEntries(topics.map((topic) => [topic, wayChoice]));
/** Every topic with every way. */
export const NotificationChoices = z
  .strictObject(allWays as Record<Topic, typeof wayChoice>)
  .meta({ id: 'NotificationChoices' });

/** As stored: only what somebody has chosen. */
export type GivenChoices = {
  -readonly [T in Topic]?: { -readonly [W in Way]?: boolean };
};

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'not_time' });

/** Nothing from `from` to `to`, over midnight where `to` is earlier, and all day on `days`. */
export const Quiet = z
  .strictObject({ from: hour, to: hour, days: z.array(z.enum(weekdays)).max(7) })
  .meta({ id: 'QuietHours' });
export type Quiet = z.infer<typeof Quiet>;

/** Letters gathered into one: at every full hour, or once a day at `at`. */
export const Digest = z
  .strictObject({ every: z.enum(['hour', 'day']), at: hour })
  .meta({ id: 'Digest' });
export type Digest = z.infer<typeof Digest>;

export const preferenceFields = {
  choices: NotificationChoices,
  /** Null: the company's. */
  zone: timeZone().nullable(),
  quiet: Quiet.nullable(),
  digest: Digest.nullable(),
};

export const NotificationPreference = z
  .object({
    ...preferenceFields,
    /** What holds for who has chosen nothing. */
    defaults: NotificationChoices,
    /** Whether letters can leave: a mailbox of the company sends. */
    mailPossible: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'NotificationPreference' });

export const NotificationDefaults = z
  .object({ choices: NotificationChoices, version: z.int() })
  .meta({ id: 'NotificationDefaults' });

/** 0: nobody has chosen yet. */
export const seenVersion = z.union([z.literal(0), version()]).optional();

export const customerKinds = ['received', 'status', 'solved'] as const;
export const CustomerKind = z.enum(customerKinds);
export type CustomerKind = z.infer<typeof CustomerKind>;

const words = z.strictObject({
  subject: line({ min: 1, max: 300 }),
  body: text({ min: 1, max: 10_000 }),
});
export const CustomerTexts = z.strictObject({ ru: words, en: words }).meta({ id: 'CustomerTexts' });
export type CustomerTexts = z.infer<typeof CustomerTexts>;
