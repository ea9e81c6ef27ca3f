import { invalid } from '../../../kernel/errors.ts';
import { cutAt } from '../../../kernel/text.ts';
import { maxDays } from '../schema.ts';
import { readIcs } from './read-ics.ts';
import { isDay } from '../rules/year.ts';
import { readProductionJson, readProductionXml } from './read-production-year.ts';

/** Tells the format by how the text begins. Refuses what it cannot read, and what says nothing. */
export function readDays(content: string, now: Date) {
  const text = content.replace(/^\uFEFF/, '').trimStart();
  const format = formatOf(text);
  const read = readers[format](text, now);
  const days = Object.fromEntries(
    Object.entries(read.days)
      .filter(([day]) => isDay(day))
      .map(([day, rule]) => [
        day,
        { ...rule, name: cutAt((rule.name ?? '').replaceAll(/\s+/g, ' ').trim(), 200) },
      ]),
  );
  if (Object.keys(days).length === 0) {
    throw invalid('content', 'no_days');
  }
  if (Object.keys(days).length > maxDays) {
    throw invalid('content', 'too_many');
  }
  return { format, days, passedOver: read.passedOver };
}

const readers = { ics: readIcs, xml: readProductionXml, json: readProductionJson } as const;

function formatOf(text: string): keyof typeof readers {
  if (/^BEGIN:VCALENDAR/i.test(text)) {
    return 'ics';
  }
  if (text.startsWith('<')) {
    return 'xml';
  }
  if (text.startsWith('{')) {
    return 'json';
  }
  throw invalid('content', 'not_calendar');
}
