/** Time that stands still until a test moves it. */
export type HeldClock = {
  now(): Date;
  move(by: { readonly seconds?: number; readonly hours?: number; readonly days?: number }): void;
};

export function heldClock(start = '2026-11-22T09:00:00Z'): HeldClock {
  let now = new Date(start);
  return {
    now: () => now,
    move: ({ seconds = 0, hours = 0, days = 0 }) => {
      now = new Date(now.getTime() + ((days * 24 + hours) * 3600 + seconds) * 1000);
    },
  };
}
