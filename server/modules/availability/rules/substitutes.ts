/** One absence of one person. `to` null: nobody knows yet. */
export type AbsenceSpan = {
  readonly id: string;
  readonly userId: string;
  readonly from: Date;
  readonly to: Date | null;
  /** The last whole day where it is given in days, YYYY-MM-DD. */
  readonly lastDay: string | null;
  /** Null: by rule, i.e. the team's. */
  readonly substituteId: string | null;
  readonly handsOver: 'all' | 'due' | 'nothing';
};

type Span = Pick<AbsenceSpan, 'from' | 'to'>;

export const covers = ({ from, to }: Span, at: Date): boolean =>
  from <= at && (to === null || at < to);

/** Who really has the work of an absent person: substitutes who are absent themselves pass it on; null: nobody of them, so the team. */
export function substituteOf(
  absence: Pick<AbsenceSpan, 'userId' | 'substituteId'>,
  absentAt: (userId: string) => Pick<AbsenceSpan, 'substituteId'> | undefined,
): string | null {
  const met = new Set([absence.userId]);
  let next = absence.substituteId;
  while (next !== null && !met.has(next)) {
    met.add(next);
    const theirs = absentAt(next);
    if (!theirs) {
      return next;
    }
    next = theirs.substituteId;
  }
  return null;
}

/**
 * The people through whom work would come back to where it began, at some moment of the new absence: first its own substitute, last
 * whoever names the absent person. Null: there is no such circle. Who is absent changes only where an absence begins, so these moments
 * are all there are.
 */
export function circleOf(
  planned: AbsenceSpan,
  others: readonly AbsenceSpan[],
): readonly string[] | null {
  const known = others.filter(({ id }) => id !== planned.id);
  const moments = [planned.from, ...known.map(({ from }) => from)];
  for (const at of moments.filter((moment) => covers(planned, moment))) {
    const way = wayBack(planned, (userId) =>
      known.find((one) => one.userId === userId && covers(one, at)),
    );
    if (way) {
      return way;
    }
  }
  return null;
}

function wayBack(
  { userId, substituteId }: AbsenceSpan,
  absentAt: (userId: string) => AbsenceSpan | undefined,
): readonly string[] | null {
  const way: string[] = [];
  let next = substituteId;
  while (next !== null && !way.includes(next)) {
    if (next === userId) {
      return way;
    }
    way.push(next);
    next = absentAt(next)?.substituteId ?? null;
  }
  return null;
}

export const meets = (a: Span, b: Span): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
