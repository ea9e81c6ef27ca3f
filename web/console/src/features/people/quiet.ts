type Quiet = { from: string; to: string } | null;

/** "23:15" where the person is. */
export function timeThere(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
}

/** Whether it is a time of day at which somebody asked not to be disturbed; from may be later than to. */
export function isQuietAt(time: string, quiet: Quiet): boolean {
  if (!quiet || quiet.from === quiet.to) {
    return false;
  }
  const { from, to } = quiet;
  return from < to ? time >= from && time < to : time >= from || time < to;
}
