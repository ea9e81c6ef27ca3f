import type { ConditionSubject } from '../../tickets/public.ts';
import { shownOf } from '../rules/decide.ts';
import type { SlaSettings } from '../settings.ts';
import { decideKeeping, type KeepingDecided, type TicketClocks } from '../ticket-clocks.ts';
import { previewKinds, type PreviewKind, type SlaChange, type SlaFound } from './schema.ts';

export const nothingFound: SlaFound = {
  changed: 0,
  late: 0,
  gains: 0,
  loses: 0,
  moves: 0,
  sooner: 0,
  later: 0,
  examples: [],
};

const mostExamples = 20;

type Asked = {
  readonly subject: ConditionSubject;
  readonly clocks: TicketClocks;
  readonly current: SlaSettings;
  readonly draft: SlaSettings;
};

/**
 * What a draft would do to one ticket now, against what the settings in force say now: both are asked, so that time which has merely
 * gone by is no difference. Null: nothing.
 */
export function compareTicket({ subject, clocks, current, draft }: Asked): SlaChange | null {
  const asked = { subject, before: clocks, happened: [] };
  const [before, after] = [decideKeeping(asked, current), decideKeeping(asked, draft)];
  const moved = movedIn(before, after);
  return moved === null
    ? null
    : {
        ticketId: subject.ticket.id,
        kind: moved.kind,
        late: brokenIn(after) > brokenIn(before),
        before: sideOf(before, moved.target),
        after: sideOf(after, moved.target),
      };
}

type Moved = { readonly kind: PreviewKind; readonly target?: string };

function movedIn({ after: was }: KeepingDecided, { after: will }: KeepingDecided): Moved | null {
  if (was.applied?.id !== will.applied?.id) {
    return { kind: was.applied === null ? 'gains' : will.applied === null ? 'loses' : 'moves' };
  }
  const targets = new Set([...was.clocks.keys(), ...will.clocks.keys()]);
  for (const target of targets) {
    const [from, to] = [leftOf(was, target), leftOf(will, target)];
    if (from !== to) {
      return { kind: to < from ? 'sooner' : 'later', target };
    }
  }
  return null;
}

/** When a clock is due; of one that waits, what is left of its goal. What is over, or not promised, is never due. */
function leftOf({ clocks }: KeepingDecided['after'], target: string): number {
  const clock = clocks.get(target);
  if (!clock || clock.state === 'stopped') {
    return Number.POSITIVE_INFINITY;
  }
  return clock.dueAt ?? (clock.state === 'paused' ? clock.goalMs - clock.usedMs : Infinity);
}

const brokenIn = ({ after }: KeepingDecided): number =>
  [...after.clocks.values()].filter(({ breachedAt }) => breachedAt !== null).length;

/** Of the clock that is due at another time; where the policy is another one, of the clock that the ticket shows. */
function sideOf({ after }: KeepingDecided, target?: string): SlaChange['before'] {
  const clock = target === undefined ? shownOf(after) : after.clocks.get(target);
  const dueAt = clock?.state === 'stopped' ? null : clock?.dueAt;
  return {
    policy: after.applied?.name ?? null,
    dueAt: dueAt === null || dueAt === undefined ? null : new Date(dueAt).toISOString(),
  };
}

/** With some more; of the examples those that would be late stand first. */
export function addFound(found: SlaFound, changes: readonly SlaChange[]): SlaFound {
  const all = [...found.examples, ...changes];
  const counts = Object.fromEntries(
    previewKinds.map((kind) => [
      kind,
      found[kind] + changes.filter((change) => change.kind === kind).length,
    ]),
  ) as Record<PreviewKind, number>;
  return {
    ...counts,
    changed: found.changed + changes.length,
    late: found.late + changes.filter(({ late }) => late).length,
    examples: [...all.filter(({ late }) => late), ...all.filter(({ late }) => !late)].slice(
      0,
      mostExamples,
    ),
  };
}
