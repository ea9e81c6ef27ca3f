// What the server gives, by the generated contract: a change of the API is a compile error here, not a surprise.
import type { components } from '../../../../contracts/client.ts';

type Schemas = components['schemas'];

export type Page<T> = { items: T[]; next: string | null };
export type Ref = Schemas['Ref'];
export type Setup = Schemas['Setup'];
export type Session = Schemas['Session'];
export type Locale = Session['workspace']['locale'];
export type Theme = Schemas['OwnUser']['theme'];

export { ticketTypeValues as ticketTypes } from '../../../../contracts/values.ts';
export type TicketType = Schemas['TicketType'];

/** A row of a list; the opened ticket says more: its followers and what one may do. */
export type Ticket = Schemas['Ticket'] &
  Partial<Pick<TicketDetails, 'followers' | 'participants' | 'allowed'>>;
type TicketDetails = Schemas['TicketDetails'];

export type TicketPatch = {
  status?: Ticket['status'];
  ownStatusId?: string;
  priority?: Ticket['priority'];
  type?: TicketType;
  assigneeId?: string | null;
  teamId?: string | null;
  categoryId?: string | null;
  tags?: string[];
  subject?: string;
  region?: string;
  impact?: Ticket['priority'];
  urgency?: Ticket['priority'];
  fields?: Record<string, unknown>;
  reason?: string;
};

export type OwnStatus = Schemas['OwnStatus'];

export type MessageFile = Schemas['File'];
export type StoredFile = Omit<MessageFile, 'inline' | 'previewable'>;
export type Message = Schemas['Message'];
export type Draft = Schemas['Draft'];
export type PlannedAnswer = Schemas['PlannedAnswer'];
export type Template = Schemas['Template'];
export type Macro = Schemas['Macro'];
export type Signature = Schemas['Signature'];
export type Notice = Schemas['Notice'];
export type Delivery = Schemas['Delivery'];
export type MailFacts = NonNullable<Message['mail']>;
export type Invitation = NonNullable<Message['invitation']>;
export type Bounce = Schemas['Bounce'];

export type TicketClock = Schemas['TicketClock'];
export type Clock = Schemas['Clock'];
export type TicketEvent = Schemas['Event'];
export type Change = TicketEvent['changes'][number];
/** What a changed field held and holds; the contract leaves it open. */
export type EventValue = string | number | boolean | null | Ref | (string | Ref)[];

export type View = Schemas['View'];
export type BulkAct = Schemas['BulkAct'];
export type BulkChanges = Schemas['BulkChanges'];
export type BulkTicket = Schemas['BulkTicket'];
export type User = Schemas['User'];
export type Team = Schemas['Team'];
export type Role = Schemas['Role'];
export type Permission = Schemas['Permission'];
export type Category = Schemas['Category'];
export type Tag = { name: string; uses: number };

export type Contact = Schemas['Contact'];
export type Person = Schemas['Person'];
export type Organization = Schemas['Organization'];
