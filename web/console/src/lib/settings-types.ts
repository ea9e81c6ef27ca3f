import type { Locale, Ref } from './api-types.ts';

export type MailServer = {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  user?: string;
  anyCertificate?: boolean;
  hasPassword?: boolean;
};

export type OauthProvider = 'google' | 'microsoft' | 'yandex';

/** As the server tells them: never with a secret. */
export type MailSettings = {
  imap: MailServer | null;
  smtp: MailServer | null;
  oauth: OauthProvider | null;
  senderName: string;
  folder: string;
  afterReading: 'keep' | 'seen' | 'move';
  moveTo: string | null;
};

export type ChannelStatus = {
  state: 'connected' | 'connecting' | 'error' | 'off';
  code: string | null;
  detail: string | null;
  at: string | null;
  lastLetterAt: string | null;
};

export type ChannelImport = {
  state: 'running' | 'stopped' | 'done' | 'failed';
  since: string;
  until: string | null;
  done: number;
  total: number | null;
  code: string | null;
};

export type Channel = {
  id: string;
  kind: string;
  name: string;
  active: boolean;
  builtIn: boolean;
  address: string | null;
  team: Ref | null;
  settings: MailSettings;
  status: ChannelStatus;
  import: ChannelImport | null;
  version: number;
};

export type Guess = {
  source: string;
  imap: MailServer | null;
  smtp: MailServer | null;
  hints: string[];
  oauth: OauthProvider | null;
};

export type ProbeStep = { step: string; ok: boolean; code: string | null; detail: string | null };
export type Probe = { ok: boolean; steps: ProbeStep[] };

export type InboundLetter = {
  id: string;
  channel: { id: string; name: string } | null;
  state: 'received' | 'processed' | 'quarantined' | 'discarded';
  receivedAt: string;
  from: string | null;
  subject: string | null;
  attempts: number;
  error: { code: string; detail: string | null } | null;
  ticketId: string | null;
  size: number;
};

export type Workspace = {
  id: string;
  name: string;
  locale: Locale;
  timeZone: string;
  requireTotp: boolean;
  answersPerHour: number;
  version: number;
};

export type AuditEntry = {
  id: string;
  at: string;
  actor: { id: string | null; name: string | null; kind: string };
  action: string;
  subject: { kind: string; id: string | null; name: string | null };
  before: unknown;
  after: unknown;
  ip: string | null;
};

export type ApiToken = {
  id: string;
  name: string;
  scopes: string[];
  expiresAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  prefix: string;
};

export type SignedIn = {
  id: string;
  current: boolean;
  userAgent: string | null;
  ip: string | null;
  createdAt: string;
  lastSeenAt: string | null;
};
