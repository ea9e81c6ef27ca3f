import type { OutgoingRow } from '../../outgoing-store.ts';
import { retryPlan } from '../sending/retry-plan.ts';
import type { RefusedRecipient, SendOutcome } from '../sending/send-outcome.ts';

export type Verdict = {
  readonly state: 'sent' | 'failed' | 'queued';
  readonly code: string | null;
  readonly detail: string | null;
  readonly next: Date | null;
  /** Still to be sent to. */
  readonly left: readonly string[];
  /** Who will not get it, while others do or may: told as if a server had returned it. */
  readonly lost: readonly RefusedRecipient[];
};

/** These say nothing about a recipient: they are our own state. */
const ownTroubles = new Set(['no_route', 'no_recipients', 'storage_failed']);

type Letter = Pick<OutgoingRow, 'attempts' | 'queued_at'> & {
  /** Some recipients of the header have it already. */
  readonly someHaveIt: boolean;
};

/** What follows from what the server said: sent, once more later for two days, or failed. */
export function judgeOutcome(
  letter: Letter,
  outcome: SendOutcome,
  when: { readonly now: Date; readonly jitter: number },
): Verdict {
  if (outcome.kind === 'sent') {
    return { state: 'sent', code: null, detail: null, next: null, left: [], lost: [] };
  }
  const { refused } = outcome;
  const forNow = refused.filter(({ temporary }) => temporary);
  const forGood = refused.filter(({ temporary, code }) => !temporary && !ownTroubles.has(code));
  const said = reasonOf(forNow[0] ?? refused[0], outcome);
  const plan = retryPlan(letter.attempts, letter.queued_at, when);
  if (forNow.length > 0 && plan.kind === 'retry') {
    const left = forNow.map(({ address }) => address);
    return { state: 'queued', ...said, next: plan.at, left, lost: forGood };
  }
  const someGotIt = letter.someHaveIt || (outcome.kind === 'partly' && outcome.accepted.length > 0);
  // For those who wait in vain among others who have it there is no failed letter to look at.
  const lost = someGotIt ? [...forGood, ...forNow] : forGood;
  return { state: someGotIt ? 'sent' : 'failed', ...said, next: null, left: [], lost };
}

function reasonOf(first: RefusedRecipient | undefined, outcome: SendOutcome) {
  if (first) {
    return { code: first.code, detail: first.detail };
  }
  return 'code' in outcome
    ? { code: outcome.code, detail: outcome.detail }
    : { code: 'other', detail: null };
}
