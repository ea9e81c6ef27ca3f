import { evening, later, textFrom, wordsIn, type Day, type ReadDay, type Today } from './days.ts';
import type { Token } from './sentences.ts';

type Named = readonly [form: RegExp, days: number, hour?: NonNullable<Day['hour']>];
const part = (hour: number) => ({ hour, minute: 0, isPart: true });

/** Today without an hour is before it is over. */
const named: readonly Named[] = [
  [/^(?:сегодня|today|сегодняшн\S+(?: день| дня| дню)?)(?= |$)/, 0, evening],
  [/^tonight(?= |$)/, 0, part(20)],
  [/^this morning(?= |$)/, 0, part(9)],
  [/^this afternoon(?= |$)/, 0, part(14)],
  [/^this evening(?= |$)/, 0, part(18)],
  [/^завтрашн\S+ вечер\S*(?= |$)/, 1, part(18)],
  [/^завтрашн\S+ утр\S*(?= |$)/, 1, part(9)],
  [/^завтрашн\S+ (?:день|дня|дню)(?= |$)/, 1],
  [
    /^(?:(?:сегодня-)?завтра(?:-послезавтра)?|завтрашн\S+|tom+or+ow(?:'s)?|tmrw?|tmr|tmw|tomo|2mor+ow?)(?= |$)/,
    1,
  ],
  [/^(?:послезавтра|day after tomorrow)(?= |$)/, 2],
];

/** «завтра», "this evening", "the day after tomorrow". */
export function readNamed(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const text = textFrom(tokens, at);
  for (const [form, days, hour] of named) {
    const found = form.exec(text);
    if (found) {
      const value = { date: later(today, days), ...(hour && { hour }), isAhead: days > 0 };
      return { value, words: wordsIn(found) };
    }
  }
  return null;
}
