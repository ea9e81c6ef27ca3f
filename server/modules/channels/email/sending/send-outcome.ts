import {
  connectionProblem,
  type ProblemCode,
  type ProblemContext,
} from '../imap/connection-problem.ts';
import { queuedAs, readRefusal, type RefusalCode } from './refusal.ts';

/** Stable; the words come from the clients. `no_route`: no server for outgoing mail is set. */
export type SendFailureCode = RefusalCode | ProblemCode | 'no_route' | 'no_recipients';

export type RefusedRecipient = {
  readonly address: string;
  /** Worth sending again to this address. */
  readonly temporary: boolean;
  readonly code: SendFailureCode;
  /** RFC 3463, e.g. `4.2.2`; null when the server gave none. */
  readonly status: string | null;
  readonly detail: string;
};

export type Sent = {
  readonly kind: 'sent';
  readonly accepted: readonly string[];
  readonly response: string;
  readonly queuedAs: string | null;
};

export type SentPartly = {
  readonly kind: 'partly';
  /** Must not be sent to again. Empty when some were refused for now and the others for good. */
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedRecipient[];
  readonly response: string;
  readonly queuedAs: string | null;
};

/** `temporary`: 4xx, network, sign-in — whatever time or an administrator can mend. `permanent`: 5xx. */
export type SendFailure = {
  readonly kind: 'temporary' | 'permanent';
  readonly code: SendFailureCode;
  readonly status: string | null;
  readonly detail: string;
  /** Every recipient. */
  readonly refused: readonly RefusedRecipient[];
};

export type SendOutcome = Sent | SentPartly | SendFailure;

export type Delivery = {
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedRecipient[];
  readonly response: string;
};

export function conclude({ accepted, refused, response }: Delivery): SendOutcome {
  const [first] = refused;
  if (first === undefined) {
    return { kind: 'sent', accepted, response, queuedAs: queuedAs(response) };
  }
  if (accepted.length > 0 || refused.some(({ temporary }) => temporary !== first.temporary)) {
    return { kind: 'partly', accepted, refused, response, queuedAs: queuedAs(response) };
  }
  const { temporary, code, status, detail } = first;
  return { kind: temporary ? 'temporary' : 'permanent', code, status, detail, refused };
}

type ReplyShape = {
  readonly accepted?: readonly unknown[];
  readonly rejectedErrors?: readonly ErrorShape[] | undefined;
  readonly response?: string;
};

type ErrorShape = {
  readonly code?: string | undefined;
  readonly message?: string;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly recipient?: string | undefined;
  readonly rejectedErrors?: readonly ErrorShape[] | undefined;
};

/** What the client reports when the server took the letter for at least one recipient. */
export function deliveryOfReply(reply: ReplyShape): Delivery {
  return {
    accepted: (reply.accepted ?? []).map(String),
    refused: (reply.rejectedErrors ?? []).map((refusal) =>
      refusedBy(refusal, refusal.recipient ?? ''),
    ),
    response: reply.response ?? '',
  };
}

/** What the client throws when nobody got the letter. */
export function deliveryOfError(
  error: unknown,
  recipients: readonly string[],
  context: ProblemContext,
): Delivery {
  const shape = (typeof error === 'object' && error !== null ? error : {}) as ErrorShape;
  const named = new Map(
    (shape.rejectedErrors ?? []).map((refusal) => [refusal.recipient, refusal]),
  );
  const refused = recipients.map((address) => {
    const own = named.get(address);
    return own === undefined
      ? refusedAll(shape, address, { error, context })
      : refusedBy(own, address);
  });
  return { accepted: [], refused, response: '' };
}

function refusedAll(
  shape: ErrorShape,
  address: string,
  { error, context }: { error: unknown; context: ProblemContext },
): RefusedRecipient {
  // A refused sign-in is a matter of settings: the administrator mends it while the letter waits.
  const ofLetter = shape.code === 'EENVELOPE' || shape.code === 'EMESSAGE';
  if (ofLetter && shape.responseCode !== undefined) {
    return refusedBy(shape, address);
  }
  const temporary = !ofLetter;
  const problem = connectionProblem(error, context);
  return {
    address,
    temporary,
    code: temporary ? problem.code : 'refused',
    status: null,
    detail: problem.detail,
  };
}

function refusedBy(shape: ErrorShape, address: string): RefusedRecipient {
  const reply = shape.response ?? shape.message ?? '';
  const { temporary, code, status, detail } = readRefusal(reply, shape.responseCode ?? 450);
  return { address, temporary, code, status, detail };
}

/** Nobody got it, for one reason that no server gave. */
export function refusedHere(
  recipients: readonly string[],
  reason: { readonly temporary: boolean; readonly code: SendFailureCode; readonly detail: string },
): Delivery {
  return {
    accepted: [],
    refused: recipients.map((address) => ({ address, status: null, ...reason })),
    response: '',
  };
}
