import { saySpans, weekdayNames, weekdays } from './spans.ts';

type Week = Readonly<Record<string, readonly (readonly string[])[]>>;

/** "Mon–Fri 09:00–18:00, Sat 10:00–14:00": days one after the other with the same hours stand together. */
export function sayWeek(week: Week, locale: string, closed: string): string {
  const names = weekdayNames(locale, 'short');
  const runs: { from: number; to: number; hours: string }[] = [];
  weekdays.forEach((day, index) => {
    const hours = saySpans(week[day] ?? []);
    const last = runs.at(-1);
    if (last && last.hours === hours && last.to === index - 1) {
      last.to = index;
    } else {
      runs.push({ from: index, to: index, hours });
    }
  });
  const said = runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) =>
      from === to ? `${names[from]} ${hours}` : `${names[from]}–${names[to]} ${hours}`,
    );
  return said.join(', ') || closed;
}
