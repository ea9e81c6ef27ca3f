import type { Past } from './past.ts';

/** When something of a replay happens: of two things the one that is before comes first. */
export type Moment = { readonly at: number; readonly rank: number; readonly order: string };

/** Of several things at one moment: what comes by itself, the queue, what somebody does. */
export const ranks = { itself: 0, queue: 1, act: 2 } as const;

export const isBefore = (a: Moment, b: Moment): boolean =>
  a.at === b.at ? (a.rank === b.rank ? a.order < b.order : a.rank < b.rank) : a.at < b.at;

export const openingOf = ({ opening, order }: Past): Moment => ({
  at: opening.createdAt.getTime(),
  rank: ranks.act,
  order,
});
