import type { Priority } from '../../tickets/public.ts';

/** Working minutes that were promised until the first answer and until the end of it. */
export const promises: Readonly<Record<Priority, readonly [first: number, end: number]>> = {
  urgent: [30, 240],
  high: [60, 480],
  normal: [240, 1440],
  low: [480, 2400],
};

/** How long it takes in truth, in the middle: some take much longer and break the promise. */
export const firstAnswerMinutes: Readonly<Record<Priority, number>> = {
  urgent: 7,
  high: 15,
  normal: 50,
  low: 110,
};
export const restMinutes: Readonly<Record<Priority, number>> = {
  urgent: 80,
  high: 180,
  normal: 600,
  low: 1100,
};
