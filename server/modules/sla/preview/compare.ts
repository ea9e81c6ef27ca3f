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
  const kind = kindOf(before, after);
  return kind === null
    ? null
    : {
        ticketId: subject.ticket.id,
        kind,
        late: brokenIn(after) > brokenIn(before),
        before: sideOf(before),
        after: sideOf(after),
      };
}

function kindOf(
  { after: was }: KeepingDecided,
  { after: will }: KeepingDecided,
): PreviewKind | null {
  if (was.applied?.id !== will.applied?.id) {
    return was.applied === null ? 'gains' : will.applied === null ? 'loses' : 'moves';
  }
  const targets = new Set([...was.clocks.keys(), ...will.clocks.keys()]);
  for (const target of targets) {
    const [from, to] = [leftOf(was, target), leftOf(will, target)];
    if (from !== to) {
      return to < from ? 'sooner' : 'later';
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

function sideOf({ after }: KeepingDecided): SlaChange['before'] {
  const dueAt = shownOf(after)?.dueAt;
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
