import { monthForms, unitForms } from './agreement-words.data.ts';
import { evening, later, textFrom, type Day, type ReadDay, type Today } from './days.ts';
import type { Token } from './sentences.ts';

const border =
  /^(?:(?<start>начал(?:а|о|у|е)|первых числах|первой половине|beginning|start|early(?: in)?|first (?:week|days|half))|(?<middle>середин(?:а|у|ы|е)|middle|mid)|(?<end>кон(?:ца|цу|це|ец)|последних числах|второй половине|end|late(?: in)?|last (?:week|days)))(?: of)?(?: the| this| этого| этой| текущ\S+)?(?: (?<next>следующ\S+|next|the following))? (?<name>\p{L}+)(?= |$)/u;

/** The beginning, the middle or the end of a week or month: «в начале следующей недели», "mid next week", "end of June". */
export function readBorder(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const found = border.exec(textFrom(tokens, at));
  const said = found?.groups;
  const span = said && spanCalled(said['name'] ?? '', { isNext: Boolean(said['next']), today });
  if (!found || !span) {
    return null;
  }
  const words = found[0].split(' ').length;
  const isAhead = Boolean(said['next']);
  if (said['end']) {
    return { value: { date: span.last, hour: evening, isAhead }, words };
  }
  return { value: { date: said['middle'] ? span.middle : span.first, isAhead }, words };
}

type Called = { isNext: boolean; today: Today };

function spanCalled(name: string, { isNext, today }: Called): Span | null {
  const month = monthForms.findIndex((form) => form.test(name)) + 1;
  return month > 0 ? monthSpan(month, today) : spanOf(name, { isNext, today });
}

type Date = NonNullable<Day['date']>;
type Span = { first: Date; middle: Date; last: Date };

/** One that has begun is this one, and so may be over; one long past is next year's. */
function monthSpan(month: number, { year, month: now }: Today): Span {
  return ofMonth(month < now ? year + 1 : year, month);
}

const ofMonth = (year: number, month: number): Span => ({
  first: { year, month, day: 1 },
  middle: { year, month, day: 15 },
  last: { year, month: month + 1, day: 0 },
});

function spanOf(name: string, { isNext, today }: Called): Span | null {
  const unit = unitForms.find(([form]) => form.test(name))?.[1];
  const next = isNext ? 1 : 0;
  if (unit === 'month') {
    return ofMonth(today.year, today.month + next);
  }
  const monday = next * 7 - today.weekday;
  return unit === 'week'
    ? {
        first: later(today, monday),
        middle: later(today, monday + 2),
        last: later(today, monday + 4),
      }
    : null;
}

const weekend =
  /^(?:(?:в|на|во|за|over|at|on|this|the|эти|этих|ближайшие|coming) )*(?:выходны[ех]|weekend)(?= |$)/;

/** «на выходных», "over the weekend": its Saturday. */
export function readWeekend(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const after = /^(?:после выходных|after the weekend)(?= |$)/.exec(textFrom(tokens, at));
  if (after) {
    return { value: { date: later(today, 7 - today.weekday) }, words: after[0].split(' ').length };
  }
  const found = weekend.exec(textFrom(tokens, at));
  return (
    found && {
      value: { date: later(today, (5 - today.weekday + 7) % 7) },
      words: found[0].split(' ').length,
    }
  );
}
