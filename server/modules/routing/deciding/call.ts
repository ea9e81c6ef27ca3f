import { leftToTheTeam } from '../../availability/public.ts';
import {
  isOpen,
  type Asked,
  type ChangedField,
  type Occurrence,
  type TicketState,
} from '../../tickets/public.ts';
import type { CompiledRouting } from './compile.ts';

/** Where routing has put a ticket before. */
export type Placed = {
  readonly ruleId: string;
  readonly teamId: string;
  readonly userId: string | null;
  readonly waiting: boolean;
  readonly teamChosen: boolean;
  readonly byHand: boolean;
};

/** What routing has to do with a ticket now. */
export type Call =
  | Routing
  /** Nobody has to be found for it any more. */
  | { readonly kind: 'leave' }
  /** It has become more or less urgent while it waits. */
  | { readonly kind: 'rank' };

export type Routing = {
  readonly kind: 'route';
  /** Chosen by somebody else: only people of it are asked. */
  readonly boundTeamId: string | null;
  /** It goes elsewhere only if another rule fits it. */
  readonly unlessRuleId: string | null;
  /** Asked again because somebody may have become free. */
  readonly again: boolean;
};

/** The key of the occurrence that says: somebody may be free now; also that of every proposal, so that there is one. */
export const routingKey = 'routing';

type Watching = Pick<CompiledRouting, 'rules' | 'watched'>;
type Situation = Asked & {
  readonly placed: Placed | null;
  readonly fields: ReadonlySet<ChangedField>;
};

/** Spam, merged and answered tickets stay where they are; so does whatever a person has decided. */
export function callFor(asked: Asked, placed: Placed | null, watching: Watching): Call | null {
  const { ticket, occurrences } = asked;
  const isOver = !isOpen(ticket.status) || ticket.mergedInto !== null;
  const waits = placed !== null && placed.waiting;
  if (isOver || (waits && ticket.assigneeId !== null)) {
    return waits ? { kind: 'leave' } : null;
  }
  const situation = { ...asked, placed, fields: fieldsOf(occurrences) };
  return (
    callAtOpening(situation) ??
    callAtTime(situation) ??
    callAfterChange(situation, watching) ??
    callToRank(situation)
  );
}

const routeTo = (boundTeamId: string | null): Routing => ({
  kind: 'route',
  boundTeamId,
  unlessRuleId: null,
  again: false,
});

const fieldsOf = (occurrences: readonly Occurrence[]): ReadonlySet<ChangedField> =>
  new Set(occurrences.flatMap((one) => (one.kind === 'changed' ? one.fields : [])));

const callAtOpening = ({ ticket, occurrences }: Situation): Call | null =>
  occurrences.some(({ kind }) => kind === 'opened') ? routeFree(ticket) : null;

const callAtTime = (situation: Situation): Call | null =>
  callAgain(situation) ?? callOfAbsence(situation);

/** Somebody may have become free. */
function callAgain({ ticket, occurrences, placed }: Situation): Call | null {
  if (
    !placed?.waiting ||
    !occurrences.some((one) => one.kind === 'time' && one.key === routingKey)
  ) {
    return null;
  }
  const isChosen = placed.teamChosen || ticket.teamId !== placed.teamId;
  return { ...routeTo(isChosen ? ticket.teamId : null), again: true };
}

/** Whoever had it is absent, and nobody substitutes. */
const callOfAbsence = ({ ticket, occurrences }: Situation): Call | null =>
  occurrences.some((one) => one.kind === 'time' && one.key === leftToTheTeam)
    ? routeFree(ticket)
    : null;

const callToRank = ({ placed, fields }: Situation): Call | null =>
  placed?.waiting && fields.has('priority') ? { kind: 'rank' } : null;

function callAfterChange(situation: Situation, { watched }: Watching): Call | null {
  const { ticket, fields, placed } = situation;
  // Whoever takes a ticket from its agent by hand wants it to lie there.
  if (fields.has('assigneeId') || !isUntouched(ticket)) {
    return null;
  }
  if (fields.has('teamId')) {
    return routeFree(ticket, ticket.teamId !== null);
  }
  const isCalled = [...fields].some((field) => watched.has(field));
  return placed === null
    ? // Out of spam, or opened again.
      routeFree(ticket, isCalled || fields.has('status'))
    : routeAgain(ticket, placed, isCalled);
}

function routeAgain(ticket: TicketState, placed: Placed, isCalled: boolean): Call | null {
  return isCalled && isWherePut(ticket, placed)
    ? { ...routeTo(placed.teamChosen ? placed.teamId : null), unlessRuleId: placed.ruleId }
    : null;
}

const routeFree = ({ assigneeId, teamId }: TicketState, isCalled = true): Call | null =>
  isCalled && assigneeId === null ? routeTo(teamId) : null;

const isUntouched = ({ status, firstRespondedAt }: TicketState): boolean =>
  firstRespondedAt === null && (status === 'new' || status === 'open');

/** Nobody has decided otherwise since. */
const isWherePut = ({ teamId, assigneeId }: TicketState, placed: Placed): boolean =>
  !placed.byHand && teamId === placed.teamId && assigneeId === placed.userId;
