import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';
import { exportLines } from './export-lines.ts';
import { exportIdIn, markOf } from './export-mark.ts';

const exportId = '01900000-0abc-7def-8000-0123456789ab';

test('a mark is not seen and says whose export it was, wherever it was copied to', () => {
  const mark = markOf(exportId);
  expect(mark).toMatch(/^[\u200B-\u200D\u2060]{64}$/u);
  expect(exportIdIn(`before Rita${mark} after`)).toBe(exportId);
  expect(exportIdIn('Rita')).toBeNull();
  expect(exportIdIn(mark.slice(5))).toBeNull();
});

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '\u200B=1'])(
  'a cell %j does nothing in a spreadsheet',
  (cell) => {
    expect(csvLine([cell], 'en').replaceAll('"', '')).toMatch(/^'/);
  },
);

test.each(['-5', '12.5', 'Rita', ''])('a cell %j stays what it is', (cell) => {
  expect(csvLine([cell], 'en')).toBe(`${cell}\r\n`);
});

test('a table has its heading, its rows and who has taken it; the mark is there every twenty rows', async () => {
  async function* pages() {
    yield Array.from({ length: 30 }, (_, n) => [`${n}`, `Person ${n}`]);
    yield [['last', 'Ольга; "О"']];
  }
  const marking = { exportId, locale: 'ru' as const, by: 'Анна', at: new Date(0) };
  const table = { headings: ['Id', 'Имя'], marked: 1 };
  let text = '';
  for await (const part of exportLines(marking, table, pages())) {
    text += part;
  }
  const lines = text.split('\r\n');
  expect(text.startsWith('\u{feff}Id;Имя')).toBe(true);
  expect(lines).toHaveLength(34);
  expect(lines.filter((line) => exportIdIn(line) === exportId)).toHaveLength(4);
  expect(lines[31]).toBe('last;"Ольга; ""О"""');
  expect(lines[32]).toMatch(/^"?Выгружено: Анна, 1970-01-01T00:00:00.000Z, 31"?;/);
});
