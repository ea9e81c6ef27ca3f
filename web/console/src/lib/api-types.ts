import type { PriorityName, StatusName } from '../../../ui/marks.tsx';

export type Ref = { id: string; name: string };
export type Page<T> = { items: T[]; next: string | null };
export type Locale = 'ru' | 'en';
export type Theme = 'auto' | 'light' | 'dark';

export type Setup = { needed: boolean; locale: Locale; smtpAddress: string; smtpPort: number };

export type Session = {
  user: { id: string; name: string; email: string; locale: Locale; theme: Theme };
  workspace: { id: string; name: string; locale: Locale; timeZone: string; requireTotp: boolean };
  role: Ref;
  permissions: string[];
  totp: { enabled: boolean; required: boolean };
  expiresAt: string;
};

export const ticketTypes = [
  'question',
  'incident',
  'service_request',
  'problem',
  'change',
  'complaint',
  'task',
] as const;
export type TicketType = (typeof ticketTypes)[number];

export type Ticket = {
  id: string;
  number: number;
  type: TicketType;
  subject: string;
  status: StatusName;
  priority: PriorityName;
  category: Ref | null;
  channel: { id: string | null; kind: string };
  requester: { id: string; name: string; email: string | null };
  organization: Ref | null;
  team: Ref | null;
  assignee: Ref | null;
  tags: string[];
  followers?: Ref[];
  createdAt: string;
  updatedAt: string;
  lastMessageAt: string | null;
  lastMessageBy: 'customer' | 'agent' | 'system' | null;
  preview: string;
  messageCount: number;
  version: number;
  allowed?: { reply: boolean; note: boolean; assign: boolean; change: boolean };
};

export type TicketPatch = {
  status?: StatusName;
  priority?: PriorityName;
  type?: TicketType;
  assigneeId?: string | null;
  teamId?: string | null;
  categoryId?: string | null;
  tags?: string[];
  subject?: string;
  reason?: string;
};

export type StoredFile = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  url: string;
};
export type MessageFile = StoredFile & { inline: boolean; previewable: boolean };

export type Delivery = {
  state: 'none' | 'queued' | 'sending' | 'sent' | 'bounced' | 'failed';
  code: string | null;
  detail: string | null;
  attempts: number;
  at: string | null;
  nextAttemptAt: string | null;
};

export type MailFacts = {
  from: string | null;
  to: string[];
  cc: string[];
  subject: string;
  authentication: { spf: string; dkim: string; dmarc: string } | null;
};

export type Invitation = {
  method: string;
  summary: string;
  location: string | null;
  startsAt: string | null;
  endsAt: string | null;
  organizer: string | null;
};

export type Bounce = {
  recipient: string;
  code: string | null;
  hard: boolean;
  detail: string | null;
  at: string;
};

export type Message = {
  id: string;
  visibility: 'public' | 'internal';
  direction: 'in' | 'out';
  author: {
    kind: 'person' | 'user' | 'system';
    id: string | null;
    name: string;
    email: string | null;
  };
  isNewParticipant: boolean;
  text: string;
  html: boolean;
  folded: { text: string } | null;
  signature: string | null;
  files: MessageFile[];
  createdAt: string;
  channel: { id: string | null; kind: string };
  mail: MailFacts | null;
  delivery: Delivery | null;
  blockedImages: number;
  invitation: Invitation | null;
  automatic: string | null;
  bounces: Bounce[];
  hasSource: boolean;
};

export type EventValue = string | number | boolean | null | Ref | (string | Ref)[];
export type Change = { field: string; from: EventValue; to: EventValue };
export type TicketEvent = {
  id: string;
  name: string;
  at: string;
  actor: { kind: 'user' | 'person' | 'system' | 'rule'; id: string | null; name: string | null };
  reason: { code: string; params?: Record<string, unknown> } | null;
  changes: Change[];
};

export type View = {
  id: string;
  key: 'mine' | 'unassigned' | 'open' | 'solved' | null;
  name: string | null;
  count: number | null;
  position: number;
};

export type User = {
  id: string;
  name: string;
  email: string;
  role: Ref;
  teams: Ref[];
  active: boolean;
  locale: Locale;
  totpEnabled: boolean;
  lastSeenAt: string | null;
  version: number;
};
export type Team = { id: string; name: string; members: Ref[]; version: number };
export type Role = {
  id: string;
  key: string | null;
  name: string;
  permissions: string[];
  scope: 'all' | 'teams';
  version: number;
};
export type Permission = { key: string; group: string };
export type Category = { id: string; parentId: string | null; name: string; version: number };
export type Tag = { name: string; uses: number };

export type Contact = { id: string; kind: string; value: string };
export type Person = {
  id: string;
  name: string;
  organization: Ref | null;
  contacts: Contact[];
  locale: string | null;
  note: string | null;
  vip: boolean;
  version: number;
  createdAt: string;
};
export type Organization = {
  id: string;
  name: string;
  domains: string[];
  inn?: string | null;
  note: string | null;
  version: number;
  people: number;
};
