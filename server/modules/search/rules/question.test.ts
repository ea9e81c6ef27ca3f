import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from './question.ts';

const context = { now: new Date('2026-11-20T09:00:00Z'), timeZone: 'Europe/Moscow' };
const read = (typed: string) => readQuestion(typed, context);
const clauses = (typed: string) =>
  read(typed).clauses.map(({ kind, text, negative }) => `${negative ? '-' : ''}${kind}:${text}`);

describe('words', () => {
  test.each([
    ['касса чек', ['words:касса', 'words:чек']],
    ['касса -чек', ['words:касса', '-words:чек']],
    ['"не печатает" чек', ['exact:не печатает', 'words:чек']],
    ['«не печатает»', ['exact:не печатает']],
    ['“so”', ['exact:so']],
    ['-"не печатает"', ['-exact:не печатает']],
    ['"nobody closed this', ['exact:nobody closed this']],
    ['ivan@there.test', ['words:ivan@there.test']],
    ['какой-то', ['words:какой-то']],
    ['8 (912) 345-67-89 чек', ['phone:8 (912) 345-67-89', 'words:чек']],
    ['+44 20 7946 0958', ['phone:+44 20 7946 0958']],
    ['89123456789', ['phone:89123456789']],
    ['14 декабря 2025', ['words:14', 'words:декабря', 'words:2025']],
    ['- ! … «»', []],
    ['', []],
  ])('%s', (typed, expected) => expect(clauses(typed)).toEqual(expected));
});

describe('operators', () => {
  test.each([
    ['from:ivan', { name: 'from', value: 'ivan' }],
    ['от:"Иван Ким"', { name: 'from', value: 'Иван Ким' }],
    ['КОМУ:support@here.test', { name: 'to', value: 'support@here.test' }],
    ['акщь:ivan', { name: 'from', value: 'ivan' }],
    ['tag:vip', { name: 'tag', value: 'vip' }],
    ['status:open,pending', { name: 'status', values: ['open', 'pending'] }],
    ['статус:"В работе"', { name: 'status', values: ['open'] }],
    ['team:«Первая линия»', { name: 'team', value: 'Первая линия' }],
    ['исполнитель:я', { name: 'assignee', value: 'я' }],
    ['has:attachment', { name: 'attachment' }],
    ['есть:вложение', { name: 'attachment' }],
    ['before:2026-11-01', { name: 'before', at: new Date('2026-10-31T21:00:00Z') }],
    ['до:01.11.2026', { name: 'before', at: new Date('2026-10-31T21:00:00Z') }],
    ['after:2026', { name: 'after', at: new Date('2025-12-31T21:00:00Z') }],
    ['after:2026-03', { name: 'after', at: new Date('2026-02-28T21:00:00Z') }],
    ['после:вчера', { name: 'after', at: new Date('2026-11-18T21:00:00Z') }],
    ['after:7d', { name: 'after', at: new Date('2026-11-12T21:00:00Z') }],
    ['after:2м', { name: 'after', at: new Date('2026-09-19T21:00:00Z') }],
  ])('%s', (typed, expected) => {
    const { filters, clauses: words } = read(typed);
    expect(filters).toEqual([{ ...expected, negative: false }]);
    expect(words).toEqual([]);
  });

  test('a minus turns them round', () => {
    expect(read('-status:solved -tag:vip').filters).toEqual([
      { name: 'status', values: ['solved'], negative: true },
      { name: 'tag', value: 'vip', negative: true },
    ]);
  });

  test('places are not filters of the row', () => {
    expect(read('in:notes касса')).toMatchObject({ place: 'notes', filters: [] });
    expect(read('в:теме касса')).toMatchObject({ place: 'subject' });
    expect(read('in:spam касса')).toMatchObject({ spam: true, place: null });
    expect(read('status:spam')).toMatchObject({ spam: true });
  });

  test('an unknown one, and one with a value it does not have, are words', () => {
    expect(clauses('colour:red')).toEqual(['words:colour', 'words:red']);
    expect(clauses('status:purple')).toEqual(['words:status', 'words:purple']);
    expect(clauses('before:31.02.2026')).toEqual(['words:before', 'words:31.02.2026']);
    expect(clauses('from:')).toEqual(['words:from']);
    expect(clauses('https://there.test/a?b')).toEqual(['words:https', 'words://there.test/a?b']);
  });
});

test('a number alone may be that of a ticket', () => {
  expect(['77', '#77', '№ 77', '7 7', 'a77'].map((typed) => read(typed).number)).toEqual([
    77,
    77,
    77,
    null,
    null,
  ]);
});

test('whatever is typed is read, in bounded work', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'from:',
      'до:',
      '"',
      '«',
      '»',
      '-',
      ' ',
      '#',
      '\0',
      '👩‍👩‍👧',
      ':',
      '\\',
      "'",
      '%',
      'in:notes',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const question = read(pieces.join(''));
      expect(question.clauses.length + question.filters.length).toBeLessThanOrEqual(48);
    }),
  );
});
