import type { Priority, TicketType } from '../../tickets/public.ts';

/** The words of the demo company in one language. Slots: `{model} {place} {n} {sum} {day}`. */
export type TeamKey = 'line' | 'tills' | 'office' | 'field';

/** One matter: what the customer says of it, what is asked back and noted, and what it comes to. */
export type Case = {
  readonly subject: string;
  readonly ask: string;
  readonly fix: string;
  /** The agent asks back, the customer answers. */
  readonly clarify?: readonly [question: string, answer: string];
  readonly note?: string;
  /** What is going on, before it is over. */
  readonly update?: string;
};

/** What requests of one category are about. */
export type Plot = {
  readonly category: string;
  readonly team: TeamKey;
  readonly type: TicketType;
  /** How often it comes among the others. */
  readonly weight: number;
  readonly priority?: Priority;
  readonly tags: readonly string[];
  readonly models?: readonly string[];
  readonly cases: readonly Case[];
  /** The line can settle it by phone at once. */
  readonly byPhone?: boolean;
};

export type Phrases = {
  /** `{name}` is whoever is spoken to. */
  readonly greetings: readonly string[];
  readonly customerGreetings: readonly string[];
  readonly signOffs: readonly string[];
  readonly customerSignOffs: readonly string[];
  readonly thanks: readonly string[];
  readonly angry: readonly string[];
  readonly urgent: readonly string[];
  readonly polite: readonly string[];
  readonly reminders: readonly string[];
  /** "We are on it", when the end will take a while. */
  readonly acks: readonly string[];
  readonly apologies: readonly string[];
  readonly comesBack: readonly string[];
  readonly fixedAgain: readonly string[];
  readonly handOver: readonly string[];
  readonly waitsForPart: readonly string[];
  readonly partCame: readonly string[];
  readonly sameAgain: readonly string[];
  readonly merged: readonly string[];
  readonly takesBlame: readonly string[];
  readonly calls: readonly string[];
  readonly places: readonly string[];
  readonly days: readonly string[];
  readonly spam: readonly {
    readonly subject: string;
    readonly body: string;
    readonly name: string;
  }[];
};

export type CategoryWords = {
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
};

export type TemplateWords = { readonly name: string; readonly ru: string; readonly en: string };

export type CompanyWords = {
  readonly teams: Readonly<Record<TeamKey, string>>;
  /** Parents before children. */
  readonly categories: readonly CategoryWords[];
  readonly agents: readonly {
    readonly name: string;
    readonly team: TeamKey;
    readonly leads: boolean;
  }[];
  readonly views: Readonly<Record<'answer' | 'urgent' | 'waiting', string>>;
  readonly outage: {
    readonly subject: string;
    readonly body: string;
    readonly asks: readonly string[];
    readonly subjects: readonly string[];
    readonly answer: string;
    readonly over: string;
    readonly note: string;
    readonly tag: string;
  };
};

export type NameWords = {
  readonly men: readonly string[];
  readonly women: readonly string[];
  /** For a woman after the slash, where it differs. */
  readonly surnames: readonly string[];
};

export type OrganizationWords = {
  readonly name: string;
  /** Below `.example` (RFC 2606): no letter can ever reach anybody there. */
  readonly domain: string;
  readonly kind: 'company' | 'entrepreneur' | 'abroad';
  readonly city: string;
  readonly note?: string;
  readonly branches?: readonly string[];
};
