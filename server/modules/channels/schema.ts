import type { JSONColumnType } from 'kysely';
import { z } from 'zod';
import { emailAddress, id, line, text, time } from '../../kernel/text.ts';

export const Security = z.enum(['tls', 'starttls', 'none']);

const host = () =>
  line({ min: 1, max: 253 })
    .meta({
      pattern: String.raw`^\s*[^\s\u0000-\u002c\u002f\u003b-\u0040\u005c\u005e-\u0060\u007b-\u007f]+\s*$`,
    })
    .pipe(z.string().regex(/^[\p{L}\p{N}.:[\]-]+$/u, { message: 'not_host' }));

const server = {
  host: host(),
  port: z.int().min(1).max(65535),
  security: Security,
  user: line({ min: 1, max: 320 }).optional(),
  anyCertificate: z.boolean().optional(),
};

const password = text({ min: 1, max: 1000 });

/** What an administrator sends. Secrets go in and never come out. */
export const MailSettingsInput = z.strictObject({
  imap: z
    .strictObject({ ...server, password: password.optional() })
    .nullable()
    .optional(),
  smtp: z
    .strictObject({ ...server, password: password.optional() })
    .nullable()
    .optional(),
  oauth: z.enum(['google', 'microsoft', 'yandex']).nullable().optional(),
  /** From a finished sign-in at the provider. */
  oauthGrant: text({ max: 200 }).optional(),
  senderName: line({ max: 120 }).optional(),
  folder: line({ min: 1, max: 255 }).optional(),
  afterReading: z.enum(['keep', 'seen', 'move']).optional(),
  moveTo: line({ min: 1, max: 255 }).optional(),
  /** How an answer is recognised when a mail program drops the threading headers. */
  replyToken: z.enum(['address', 'subject', 'none']).optional(),
});
export type MailSettingsInput = z.infer<typeof MailSettingsInput>;

export const ServerCard = z.object({
  host: z.string(),
  port: z.int(),
  security: Security,
  user: z.string().optional(),
  anyCertificate: z.boolean().optional(),
  hasPassword: z.boolean(),
});

export const MailSettings = z
  .object({
    imap: ServerCard.nullable(),
    smtp: ServerCard.nullable(),
    oauth: z.string().nullable(),
    senderName: z.string(),
    folder: z.string(),
    afterReading: z.enum(['keep', 'seen', 'move']),
    moveTo: z.string().nullable(),
    replyToken: z.enum(['address', 'subject', 'none']),
  })
  .meta({ id: 'MailSettings' });

export const ChannelStatus = z
  .object({
    state: z.enum(['connected', 'connecting', 'error', 'off']),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    at: time().nullable(),
    lastLetterAt: time().nullable(),
  })
  .meta({ id: 'ChannelStatus' });
export type ChannelStatus = z.infer<typeof ChannelStatus>;

export const ImportProgress = z
  .object({
    state: z.enum(['running', 'stopped', 'done', 'failed']),
    since: time(),
    until: time().nullable(),
    done: z.int(),
    total: z.int().nullable(),
    code: z.string().nullable(),
  })
  .meta({ id: 'ImportProgress' });
export type ImportProgress = z.infer<typeof ImportProgress>;

export const Channel = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    address: z.string().nullable(),
    active: z.boolean(),
    builtIn: z.boolean(),
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    settings: MailSettings,
    status: ChannelStatus,
    import: ImportProgress.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

export const channelFields = {
  name: line({ min: 1, max: 120 }),
  address: emailAddress(),
  teamId: id().nullable(),
};

export const InboundState = z.enum(['received', 'processed', 'quarantined', 'discarded']);

export const InboundError = z.object({ code: z.string(), detail: z.string() });
export type InboundError = z.infer<typeof InboundError>;

export const Inbound = z
  .object({
    id: z.string(),
    channel: z.object({ id: z.string(), name: z.string() }),
    state: InboundState,
    receivedAt: time(),
    from: z.string().nullable(),
    subject: z.string().nullable(),
    size: z.int(),
    attempts: z.int(),
    error: InboundError.nullable(),
    outcome: z.string().nullable(),
    ticketId: z.string().nullable(),
    messageId: z.string().nullable(),
  })
  .meta({ id: 'Inbound' });
export type Inbound = z.infer<typeof Inbound>;

/** What the protocol said about a letter, kept beside its raw text. */
export type InboundEnvelope = {
  /** Which reader understands it; a letter when nothing is said. */
  readonly kind?: 'form';
  /** Of a submission: what tells the same one, sent twice, from another one. */
  readonly digest?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly remoteAddress?: string;
  readonly helo?: string;
  readonly tls?: boolean;
  readonly flags?: readonly string[];
  readonly arrivedAt?: string | null;
  readonly headOnlyOf?: number | null;
  /** Read back while importing history: becomes a ticket of its own time, is never answered. */
  readonly history?: boolean;
};

/** What SPF, DKIM and DMARC said of a letter; its shape is that of the smtp folder, which is not known here. */
export type MailAuthentication = {
  readonly spf: string;
  readonly dkim: readonly { readonly domain: string; readonly result: string }[];
  readonly dmarc: string;
};

type Json<T> = JSONColumnType<T & object, string, string>;

export type StoredServer = {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user?: string;
  anyCertificate?: boolean;
  hasPassword?: boolean;
};

export type StoredSettings = {
  imap?: StoredServer | null;
  smtp?: StoredServer | null;
  oauth?: 'google' | 'microsoft' | 'yandex' | null;
  senderName?: string;
  folder?: string;
  afterReading?: 'keep' | 'seen' | 'move';
  moveTo?: string;
  replyToken?: 'address' | 'subject' | 'none';
};

/** Sealed as JSON in `channel.secrets`. */
export type StoredSecrets = {
  imapPassword?: string;
  smtpPassword?: string;
  oauth?: { accessToken: string; refreshToken: string | null; expiresAt: string };
};

export type ChannelTables = {
  channel: {
    workspace_id: string;
    id: string;
    kind: string;
    name: string;
    address: string | null;
    active: boolean;
    built_in: boolean;
    settings: Json<StoredSettings>;
    secrets: string | null;
    team_id: string | null;
    version: number;
    created_at: Date;
    removed_at: Date | null;
  };
  channel_state: {
    workspace_id: string;
    channel_id: string;
    state: 'connected' | 'connecting' | 'error' | 'off';
    code: string | null;
    detail: string | null;
    at: Date | null;
    last_letter_at: Date | null;
    position: Json<object> | null;
    import: Json<object> | null;
  };
  inbound: {
    workspace_id: string;
    id: string;
    channel_id: string;
    external_id: string;
    state: z.infer<typeof InboundState>;
    raw: string;
    size: number;
    envelope: Json<InboundEnvelope>;
    received_at: Date;
    due_at: Date;
    attempts: number;
    error: Json<InboundError> | null;
    sender: string | null;
    subject: string | null;
    outcome: string | null;
    ticket_id: string | null;
    message_id: string | null;
    processed_at: Date | null;
  };
  mail_reference: {
    workspace_id: string;
    message_id: string;
    ticket_id: string;
    ticket_message_id: string | null;
  };
  letter_rate: { workspace_id: string; address: string; hour: Date; n: number };
  outgoing_letter: {
    workspace_id: string;
    id: string;
    channel_id: string;
    ticket_id: string;
    message_id: string;
    mail_message_id: string;
    recipients: Json<{ to: string[]; cc: string[] }>;
    state: 'queued' | 'sending' | 'sent' | 'failed' | 'bounced';
    attempts: number;
    queued_at: Date;
    next_attempt_at: Date | null;
    sent_at: Date | null;
    last_error: Json<{ code: string; detail: string }> | null;
    /** As it was when the letter was queued: each attempt sends the same. */
    signature_html: string | null;
  };
};
