import type { TicketState } from './ticket.ts';

/** What conditions and policies may ask beside the ticket itself; read before they are asked, and only when one of them does. */
export type RequesterFacts = {
  readonly emails: readonly string[];
  /** Digits with the country's code, as they are compared: +74951234567. */
  readonly phones: readonly string[];
  readonly locale: string | null;
  /** 0: like everybody; 1 to 3. */
  readonly vipLevel: number;
  readonly branchId: string | null;
  /** Who had their last ticket before this one. */
  readonly lastAgentId: string | null;
};

/** What is promised for a ticket, as its clocks stood before whatever happens now. */
export type SlaFacts = {
  readonly policyId: string | null;
  /** Of all its clocks together; `none`: it has no clock. */
  readonly states: ReadonlySet<'running' | 'paused' | 'warned' | 'breached' | 'none'>;
  /** The soonest of those that run. */
  readonly dueAt: Date | null;
  /** Of a ticket that is just coming in, and has no clocks yet: what is about to be promised for it as it stands by now. */
  ahead?(coming: {
    readonly ticket: TicketState;
    readonly facts: TicketFacts;
    readonly now: Date;
  }): SlaFacts;
};

export type TicketFacts = {
  /** What was just written into the ticket; where nothing was, what the customer began with. */
  readonly message: string;
  /** A program has written it. */
  readonly automatic: boolean;
  readonly requester: RequesterFacts;
  /** Of higher modules; only there when somebody asks for them. */
  readonly sla?: SlaFacts;
  /** Calendars by which work goes on at this moment. */
  readonly openCalendars?: ReadonlySet<string>;
};

/** Which of them somebody asks for. */
export type FactNeeds = {
  readonly requester: boolean;
  readonly message: boolean;
  readonly sla?: boolean;
  readonly workingTime?: boolean;
};

const unknownRequester: RequesterFacts = {
  emails: [],
  phones: [],
  locale: null,
  vipLevel: 0,
  branchId: null,
  lastAgentId: null,
};

export const noFacts: TicketFacts = { message: '', automatic: false, requester: unknownRequester };

export const noNeeds: FactNeeds = { requester: false, message: false };
