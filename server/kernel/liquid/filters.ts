/** Filters of ours: times and counted words, as the language of the text says them. */

export type Manner = { readonly locale: 'ru' | 'en'; readonly timeZone: string };

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'long' },
};

const parts: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  d: { day: '2-digit' },
  e: { day: 'numeric' },
  m: { month: '2-digit' },
  B: { month: 'long', day: 'numeric' },
  A: { weekday: 'long' },
  a: { weekday: 'short' },
  Y: { year: 'numeric' },
  y: { year: '2-digit' },
  H: { hour: '2-digit', minute: '2-digit' },
  M: { minute: '2-digit', hour: '2-digit' },
};
const partTypes: Readonly<Record<string, Intl.DateTimeFormatPartTypes>> = {
  d: 'day',
  e: 'day',
  m: 'month',
  B: 'month',
  A: 'weekday',
  a: 'weekday',
  Y: 'year',
  y: 'year',
  H: 'hour',
  M: 'minute',
};

const formats = new Map<string, Intl.DateTimeFormat>();
const remembered = 500;

function formatOf({ locale, timeZone }: Manner, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(key);
  if (known) {
    return known;
  }
  if (formats.size >= remembered) {
    formats.clear();
  }
  const language = locale === 'ru' ? 'ru-RU' : 'en-GB';
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone, hourCycle: 'h23' });
  formats.set(key, made);
  return made;
}

/** A time as RFC 3339; `now` and `today` are given by the caller. Null: no time. */
function timeOf(value: unknown, now: Date): Date | null {
  if (value === 'now' || value === 'today') {
    return now;
  }
  const at = typeof value === 'string' && value !== '' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

/** `long` (12 March 2026), `short`, `full`, `time`, `weekday`, `day`, or signs as `%d.%m.%Y`. What is no time stays. */
export function date(value: unknown, style: unknown, manner: Manner & { now: Date }): unknown {
  const at = timeOf(value, manner.now);
  if (!at) {
    return value;
  }
  const asked = typeof style === 'string' && style !== '' ? style : 'long';
  if (!asked.includes('%')) {
    return formatOf(manner, styles[asked] ?? styles['long'] ?? {}).format(at);
  }
  return asked.slice(0, 200).replaceAll(/%([a-zA-Z])/g, (whole, sign: string) => {
    const options = parts[sign];
    const found = options
      ? formatOf(manner, options)
          .formatToParts(at)
          .find(({ type }) => type === partTypes[sign])
      : undefined;
    return found?.value ?? whole;
  });
}

/** The form of a word for a number: `{{ n | plural: 'час', 'часа', 'часов' }}`, `{{ n | plural: 'hour', 'hours' }}`. */
export function plural(value: unknown, forms: readonly unknown[], { locale }: Manner): unknown {
  const [one = '', second = one, many = second] = forms;
  const category = new Intl.PluralRules(locale).select(Number(value));
  if (category === 'one') {
    return one;
  }
  return category === 'many' ? many : second;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "in 2 hours", "3 days ago". */
export function fromNow(value: unknown, { locale, now }: Manner & { now: Date }): unknown {
  const at = timeOf(value, now);
  if (!at) {
    return value;
  }
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return words.format(Math.round(seconds / size), unit);
}
