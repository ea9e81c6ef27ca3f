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

export type TicketFacts = {
  /** What was just written into the ticket; where nothing was, what the customer began with. */
  readonly message: string;
  /** A program has written it. */
  readonly automatic: boolean;
  readonly requester: RequesterFacts;
};

/** Which of them somebody asks for. */
export type FactNeeds = { readonly requester: boolean; readonly message: boolean };

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
