import { isOpen, type ConditionSubject, type Occurrence, type Policy } from '../tickets/public.ts';
import type { TicketState } from '../tickets/public.ts';
import { decideClocks, type Decided, type Status } from './rules/decide.ts';
import type { Clocks, Happening } from './rules/promises.ts';
import type { SlaSettings } from './settings.ts';

/**
 * What the clocks of one ticket become after what happened to it: pure, so that the present (`keep-clocks.ts`) and a replay of
 * the past decide alike.
 */

/** Asks for its clocks to be kept whenever something happens that they may count by. */
export const slaClocks: Policy<SlaSettings> = {
  name: 'sla.clocks',
  decide({ occurrences }, settings) {
    const counted = occurrences.filter(({ kind }) => kind !== 'noted');
    return settings.empty || counted.length === 0
      ? null
      : { changes: {}, reason: { code: 'sla' }, effect: counted };
  },
};

export type TicketClocks = { readonly policyId: string | null; readonly clocks: Clocks };

export type ClocksAsked = {
  readonly subject: ConditionSubject;
  readonly before: TicketClocks;
  readonly happened: readonly Occurrence[];
};

export function clocksAfter(
  settings: SlaSettings,
  { subject, before: { policyId, clocks }, happened }: ClocksAsked,
): Decided {
  const { ticket, now } = subject;
  const at = now.getTime();
  const applied = policyId === null ? null : settings.byId(policyId, ticket);
  const fitting = settings.fitting(subject);
  return decideClocks(
    { applied, clocks },
    {
      at,
      happened: happened.flatMap((one) => happeningOf(one, at)),
      status: statusOf(ticket, settings.pausedIn(fitting?.id ?? policyId ?? '')),
      fitting,
      createdAt: ticket.createdAt.getTime(),
      answered: ticket.firstRespondedAt !== null,
    },
  );
}

function happeningOf(one: Occurrence, at: number): Happening[] {
  if (one.kind === 'customer-wrote') {
    return one.automatic ? [] : [{ kind: 'customer-wrote', at }];
  }
  return one.kind === 'agent-answered' && !one.automatic ? [{ kind: 'answered', at }] : [];
}

const statusOf = ({ status, mergedInto }: TicketState, pausedIn: readonly string[]): Status =>
  !isOpen(status) || mergedInto !== null
    ? 'finished'
    : pausedIn.includes(status)
      ? 'paused'
      : 'running';
