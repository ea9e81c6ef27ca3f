import { compileWorkingTime, type CalendarHours } from '../../calendars/public.ts';

/** Without `hours`: all the time between `from` and `to`; with them: every week, within these bounds where there are some. */
export type DutyEntry = {
  readonly id: string;
  /** Null: for the whole company. */
  readonly teamId: string | null;
  /** The first is asked first. */
  readonly userIds: readonly string[];
  readonly from: Date | null;
  readonly to: Date | null;
  readonly hours: CalendarHours | null;
};

export type CompiledDuty = {
  /** Undefined: not on duty; null: without end. */
  endFor(userId: string, at: Date): Date | null | undefined;
  nextFor(userId: string, at: Date): Date | null;
  /** Of the team first, then of the whole company; nobody twice. */
  peopleOf(teamId: string | null, at: Date): readonly string[];
  /** In order of their beginning; cut at both moments. */
  turnsWithin(from: Date, to: Date): readonly DutySpan[];
};

export type DutySpan = { readonly dutyId: string; readonly from: Date; readonly to: Date };

type Turn = Pick<DutyEntry, 'teamId' | 'userIds'> & {
  spansWithin(from: number, to: number): DutySpan[];
  endAt(at: Date): Date | null | undefined;
  nextAfter(at: Date): Date | null;
};

const forever = 8_640_000_000_000_000;

export function compileDuty(entries: readonly DutyEntry[]): CompiledDuty {
  const turns = entries.map(compileTurn);
  const byUser = new Map<string, Turn[]>();
  for (const turn of turns) {
    for (const userId of turn.userIds) {
      byUser.set(userId, [...(byUser.get(userId) ?? []), turn]);
    }
  }
  return {
    endFor(userId, at) {
      const ends = (byUser.get(userId) ?? [])
        .map((turn) => turn.endAt(at))
        .filter((end) => end !== undefined);
      if (ends.length === 0) {
        return undefined;
      }
      const last = Math.max(...ends.map((end) => end?.getTime() ?? forever));
      return last === forever ? null : new Date(last);
    },
    nextFor(userId, at) {
      const next = (byUser.get(userId) ?? [])
        .map((turn) => turn.nextAfter(at)?.getTime())
        .filter((begin) => begin !== undefined);
      return next.length === 0 ? null : new Date(Math.min(...next));
    },
    turnsWithin: (from, to) =>
      turns
        .flatMap((turn) => turn.spansWithin(from.getTime(), to.getTime()))
        .toSorted((a, b) => a.from.getTime() - b.from.getTime()),
    peopleOf(teamId, at) {
      const now = turns.filter((turn) => turn.endAt(at) !== undefined);
      const own = teamId === null ? [] : now.filter((turn) => turn.teamId === teamId);
      const everybodys = now.filter((turn) => turn.teamId === null);
      return [...new Set([...own, ...everybodys].flatMap(({ userIds }) => userIds))];
    },
  };
}

function compileTurn({ id, teamId, userIds, from, to, hours }: DutyEntry): Turn {
  const begins = from?.getTime() ?? -forever;
  const ends = to?.getTime() ?? forever;
  const time = hours && compileWorkingTime(hours);
  return {
    teamId,
    userIds,
    spansWithin(first, last) {
      const within = { from: Math.max(first, begins), to: Math.min(last, ends) };
      const all = time ? time.periodsWithin(within.from, within.to) : [within];
      return all
        .filter((span) => span.from < span.to)
        .map((span) => ({ dutyId: id, from: new Date(span.from), to: new Date(span.to) }));
    },
    endAt(date) {
      const at = date.getTime();
      if (at < begins || at >= ends || (time && !time.isOpen(at))) {
        return undefined;
      }
      const end = Math.min(ends, time?.nextClose(at) ?? forever);
      return end === forever ? null : new Date(end);
    },
    nextAfter(date) {
      const since = Math.max(date.getTime(), begins);
      const opens = since === begins && time?.isOpen(since) ? since : time?.nextOpen(since);
      const next = time ? (opens ?? null) : begins;
      return next !== null && next > date.getTime() && next < ends ? new Date(next) : null;
    },
  };
}
