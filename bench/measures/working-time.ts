import { compileWorkingTime, weekdays, type Span } from '../../server/modules/calendars/public.ts';

const hourMs = 3_600_000;
const office: readonly Span[] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];

/** Due times and used times of an ordinary office over ten years, one after the other on one core. */
export function measureWorkingTime(rounds: number): number {
  const time = compileWorkingTime({
    zone: 'Europe/Berlin',
    week: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, office])),
    yearly: {
      '01-01': { kind: 'off' },
      '12-25': { kind: 'off' },
      '12-31': { kind: 'short', minutes: 60 },
    },
  });
  const start = Date.UTC(2020, 0, 1);
  const span = 3650 * 24 * hourMs;
  const at = (round: number) => start + ((round * 7_919_017) % span);
  const turn = (round: number): number => {
    const from = at(round);
    const due = time.add(from, (1 + (round % 80)) * hourMs) ?? from;
    return time.between(from, due) + time.between(from, from + 30 * hourMs);
  };
  let sum = 0;
  for (let round = 0; round < 20_000; round += 1) {
    sum += turn(round);
  }
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    sum += turn(round);
  }
  const seconds = (performance.now() - began) / 1000;
  return sum > 0 ? (3 * rounds) / seconds : 0;
}
