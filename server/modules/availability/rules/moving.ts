import type { AbsenceSpan } from './substitutes.ts';

/** What was handed over of one ticket, and is not settled: whose it was, and who was given it. */
export type Handed = {
  readonly absenceId: string;
  readonly fromUserId: string;
  /** Null: nobody's, in the queue of its team. */
  readonly toUserId: string | null;
};

/**
 * Where a ticket is now if nobody but absences has moved it: with the substitute, or with theirs where the substitute is absent in
 * turn. `later`: what other absences have handed over of it, oldest first.
 */
export function wayOf(own: Handed, later: readonly Handed[]): readonly Handed[] {
  const way = [own];
  for (const next of later) {
    if (next.fromUserId === way.at(-1)?.toUserId) {
      way.push(next);
    }
  }
  return way;
}

type Held = { readonly assigneeId: string | null; readonly open: boolean };

/** Back goes what is open and still where absences have brought it. A person's decision is stronger; so is a solution. */
export const goesBack = (way: readonly Handed[], { assigneeId, open }: Held): boolean =>
  open && assigneeId === way.at(-1)?.toUserId;

/** What the history says: whole days where the absence is given in days, else its end. */
export const saidUntil = ({ to, lastDay }: Pick<AbsenceSpan, 'to' | 'lastDay'>): string | null =>
  lastDay ?? to?.toISOString() ?? null;
