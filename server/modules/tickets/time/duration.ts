/** `1:05`, as the histories show it in either language. */
export const hoursAndMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Begun minutes count; a timer started and stopped at once is a minute, since something was looked at. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.min(100_000, Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 60_000)));
