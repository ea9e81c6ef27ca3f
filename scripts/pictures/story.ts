/** A believable week of a small company, told once per language; everything in it is made up. */
export type Story = {
  readonly locale: 'ru' | 'en';
  readonly company: string;
  readonly timeZone: string;
  readonly administrator: Colleague;
  readonly colleagues: readonly Colleague[];
  readonly teams: readonly { readonly name: string; readonly members: readonly number[] }[];
  readonly categories: readonly string[];
  readonly organizations: readonly { readonly name: string; readonly domains: readonly string[] }[];
  readonly mailboxes: readonly {
    readonly name: string;
    readonly address: string;
    readonly senderName: string;
  }[];
  readonly templates: readonly { readonly name: string; readonly body: string }[];
  /** The beginning of an answer in the picture of the composer. */
  readonly begun: string;
  /** What is searched for in the picture of the palette. */
  readonly sought: string;
  /** Oldest first. */
  readonly requests: readonly Request[];
  /** Subject of the ticket that stands open in the picture. */
  readonly shown: string;
};

export type Colleague = { readonly name: string; readonly email: string };

export type Request = {
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** When its last message came, in minutes before now. */
  readonly minutesAgo: number;
  /** In their order; the customer's are letters, the others are written by the assignee. */
  readonly turns?: readonly Turn[];
  readonly attachment?: { readonly name: string; readonly type: string };
  /** Index into colleagues; the administrator is -1. */
  readonly assignee?: number;
  readonly team?: number;
  readonly category?: number;
  readonly mailbox?: number;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  readonly type?: string;
  readonly tags?: readonly string[];
  readonly status?: string;
};

export type Turn =
  | { readonly by: 'customer'; readonly text: string; readonly quotes?: boolean }
  | { readonly by: 'agent'; readonly text: string }
  | { readonly by: 'note'; readonly text: string };
