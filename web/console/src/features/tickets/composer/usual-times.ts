const morning = 9;
const hourMs = 3_600_000;

export function atMorning(days: number, now: Date): Date {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(morning, 0, 0, 0);
  return day;
}

/** Days until the next Monday; a week on Mondays. */
const untilMonday = (now: Date): number => (8 - now.getDay()) % 7 || 7;

export const usualTimes = (now: Date) => [
  { name: 'inAnHour', at: new Date(now.getTime() + hourMs) },
  { name: 'tomorrow', at: atMorning(1, now) },
  { name: 'monday', at: atMorning(untilMonday(now), now) },
];

/** As a field of date and time wants it: in the time of this browser. */
export function forField(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export type Chosen = (sendAt: Date, unlessAnswered: boolean) => void;
