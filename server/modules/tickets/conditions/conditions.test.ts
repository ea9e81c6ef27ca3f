import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketOf } from '../rules/test-tickets.ts';
import { noFacts, type TicketFacts } from '../rules/facts.ts';
import type { TicketState } from '../rules/ticket.ts';
import { categoryTree, noCategories } from './category-tree.ts';
import { compileCondition } from './compile.ts';
import { Condition, maxConditions, shapeProblems } from './condition.ts';
import { conditionFields, conditionOperators } from './fields.data.ts';
import { problemsIn } from './queries/condition-problems.ts';

const now = new Date('2026-11-22T09:00:00Z');
const options = { timeZone: 'Europe/Moscow', categories: noCategories };
const subject = (ticket: Partial<TicketState>, facts: Partial<TicketFacts> = {}) => ({
  ticket: ticketOf(ticket),
  facts: { ...noFacts, ...facts },
  now,
});
const requester = (parts: Partial<TicketFacts['requester']>) => ({
  requester: { ...noFacts.requester, ...parts },
});
const holds = (condition: Condition, of: ReturnType<typeof subject>) =>
  compileCondition(condition, options).test(of);

describe('a condition on words', () => {
  const about = (words: string[]): Condition => ({ field: 'text', operator: 'any', values: words });

  test.each([
    ['касса', 'Не пробивается ни на одной кассе'],
    ['возврат', 'Прошу оформить возвратом'],
    ['не работает', 'Со вчерашнего дня НЕ РАБОТАЮТ кассы'],
    ['ёлка', 'Елки не привезли'],
    ['refund', 'Two refunds are missing'],
    ['printers', 'the printer is on fire'],
  ])('finds «%s» in another form: %s', (word, message) => {
    expect(holds(about([word]), subject({}, { message }))).toBe(true);
  });

  test('finds a phrase only as a phrase, and no part of a word', () => {
    const message = 'Работает касса, не беспокойтесь';
    expect(holds(about(['не работает']), subject({}, { message }))).toBe(false);
    expect(holds(about(['рот']), subject({}, { message: 'Работа' }))).toBe(false);
  });

  test('looks at the subject too, and says none only of both', () => {
    const of = subject({ subject: 'Жалоба на курьера' }, { message: 'Привёз не то' });
    expect(holds(about(['курьеру']), of)).toBe(true);
    expect(holds({ field: 'text', operator: 'none', values: ['жалобы'] }, of)).toBe(false);
    expect(holds({ field: 'message', operator: 'none', values: ['жалобы'] }, of)).toBe(true);
  });
});

describe('a condition on a field', () => {
  test.each<[Condition, Partial<TicketState>, boolean]>([
    [{ field: 'priority', operator: 'at_least', values: ['high'] }, { priority: 'urgent' }, true],
    [{ field: 'priority', operator: 'at_least', values: ['high'] }, { priority: 'normal' }, false],
    [{ field: 'impact', operator: 'at_most', values: ['high'] }, { impact: null }, false],
    [{ field: 'status', operator: 'in', values: ['any_open'] }, { status: 'pending' }, true],
    [{ field: 'status', operator: 'not_in', values: ['any_open'] }, { status: 'solved' }, true],
    [{ field: 'team', operator: 'empty' }, {}, true],
    [
      { field: 'tags', operator: 'every', values: ['VIP', 'сбой'] },
      { tags: ['сбой', 'vip'] },
      true,
    ],
    [{ field: 'tags', operator: 'none', values: ['vip'] }, { tags: ['vip'] }, false],
    [{ field: 'region', operator: 'in', values: ['Казань'] }, { region: 'казань' }, true],
    [
      { field: 'own', name: 'sum', operator: 'at_least', values: ['1000'] },
      { fields: { sum: 1500 } },
      true,
    ],
    [
      { field: 'own', name: 'sum', operator: 'at_most', values: ['1000'] },
      { fields: { sum: 'many' } },
      false,
    ],
    [{ field: 'own', name: 'serial', operator: 'empty' }, { fields: {} }, true],
    [
      { field: 'own', name: 'kit', operator: 'in', values: ['a'] },
      { fields: { kit: ['A', 'b'] } },
      true,
    ],
    [{ field: 'own', name: 'constructor', operator: 'filled' }, { fields: {} }, false],
    [
      { field: 'own', name: 'sum', operator: 'in', values: ['15.50'] },
      { fields: { sum: 15.5 } },
      true,
    ],
    [
      { field: 'own', name: 'sum', operator: 'at_most', values: ['5'] },
      { fields: { sum: ' ' } },
      false,
    ],
    [{ field: 'region', operator: 'in', values: [' Орёл '] }, { region: 'ОРЕЛ' }, true],
    [{ field: 'region', operator: 'contains', values: ['%'] }, { region: '100' }, false],
    [{ field: 'subject', operator: 'contains', values: ['.*ёлка('] }, { subject: 'Елка' }, false],
    [{ field: 'subject', operator: 'contains', values: ['Ёлк'] }, { subject: 'у елки' }, true],
    [
      { field: 'team', operator: 'in', values: ['01900000-0000-7000-8000-00000000ABCD'] },
      { teamId: '01900000-0000-7000-8000-00000000abcd' },
      true,
    ],
    [{ field: 'impact', operator: 'not_in', values: ['high'] }, { impact: null }, true],
    [
      { none: [{ field: 'impact', operator: 'at_least', values: ['low'] }] },
      { impact: null },
      true,
    ],
  ])('%j', (condition, ticket, expected) => {
    expect(holds(condition, subject(ticket))).toBe(expected);
  });

  test('knows the requester by address, domain, number and importance', () => {
    const of = subject(
      {},
      requester({ emails: ['ann@mail.acme.test'], phones: ['+78121234567'], vipLevel: 2 }),
    );
    expect(holds({ field: 'email', operator: 'in', values: ['@acme.test'] }, of)).toBe(true);
    expect(holds({ field: 'email', operator: 'in', values: ['cme.test'] }, of)).toBe(false);
    expect(holds({ field: 'phone', operator: 'in', values: ['8 (812)'] }, of)).toBe(true);
    expect(holds({ field: 'vip', operator: 'at_least', values: ['2'] }, of)).toBe(true);
    const abroad = subject({}, requester({ phones: ['+8613812345678'] }));
    expect(holds({ field: 'phone', operator: 'in', values: ['+86'] }, abroad)).toBe(true);
    expect(holds({ field: 'phone', operator: 'in', values: ['+86 138'] }, abroad)).toBe(true);
  });

  test('knows the night, over midnight and in the time of the company', () => {
    const night: Condition = {
      field: 'arrival',
      operator: 'in',
      hours: { days: [5], from: '20:00', to: '09:00' },
    };
    const at = (time: string) => subject({ createdAt: new Date(time) });
    // 2026-11-20 is a Friday.
    expect(holds(night, at('2026-11-20T17:30:00Z'))).toBe(true);
    expect(holds(night, at('2026-11-21T05:30:00Z'))).toBe(true);
    expect(holds(night, at('2026-11-21T06:30:00Z'))).toBe(false);
    expect(holds(night, at('2026-11-20T05:30:00Z'))).toBe(false);
  });

  test('counts the hour that comes twice as twice, and the one that is left out as none', () => {
    const early: Condition = {
      field: 'arrival',
      operator: 'in',
      hours: { days: [7], from: '02:00', to: '03:00' },
    };
    const { test: arrives } = compileCondition(early, {
      timeZone: 'Europe/Berlin',
      categories: noCategories,
    });
    const times = [
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:00:00Z',
    ];
    expect(times.map((time) => arrives(subject({ createdAt: new Date(time) })))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a tree', () => {
  const high: Condition = { field: 'priority', operator: 'in', values: ['high'] };
  const fire: Condition = { field: 'text', operator: 'any', values: ['пожар'] };

  test('says which of its conditions held', () => {
    const tree: Condition = {
      all: [{ any: [high, fire] }, { none: [{ field: 'tags', operator: 'filled' }] }],
    };
    const compiled = compileCondition(tree, options);
    expect(compiled.explain(subject({}, { message: 'У нас пожар!' }))).toEqual([fire]);
    expect(compiled.explain(subject({ priority: 'high' }))).toEqual([high]);
    expect(compiled.explain(subject({}))).toEqual([]);
    expect(compiled.needs).toMatchObject({ requester: false, message: true, sla: false });
  });

  test('refuses what is too deep, too much or unknown, each where it stands', () => {
    let deep: unknown = high;
    for (let depth = 0; depth < 5_000; depth += 1) {
      deep = { all: [deep] };
    }
    expect(shapeProblems(deep)).toMatchObject([{ message: 'too_deep' }]);
    expect(shapeProblems({ all: Array.from({ length: maxConditions }, () => high) })).toMatchObject(
      [{ message: 'too_many' }],
    );
    const wrong = { all: [high, { field: 'priority', operator: 'in', values: ['huge'] }] };
    expect(shapeProblems(wrong)).toEqual([
      { path: ['all', 1, 'values', 0], message: 'not_allowed' },
    ]);
    expect(shapeProblems({ field: 'colour', operator: 'in' })).toMatchObject([
      { path: ['field'], message: 'not_allowed' },
    ]);
  });

  test('that says what this release does not know never holds, turned round neither', () => {
    const later = { field: 'mood', operator: 'in', values: ['bad'] } as unknown as Condition;
    expect(holds({ none: [later] }, subject({}))).toBe(false);
    expect(holds({ any: [{ all: [] }, later] }, subject({}))).toBe(false);
  });

  test('on a category means everything below it, and a ring in the tree is no trap', () => {
    const [top, below, deep] = [
      '01900000-0000-7000-8000-0000000000a1',
      '01900000-0000-7000-8000-0000000000a2',
      '01900000-0000-7000-8000-0000000000a3',
    ] as const;
    const parents = [
      [top, deep],
      [below, top],
      [deep, below],
    ] as [string, string | null][];
    const of = (rows: [string, string | null][]) =>
      compileCondition(
        { field: 'category', operator: 'in', values: [below.toUpperCase()] },
        { ...options, categories: categoryTree(rows.map(([id, parentId]) => ({ id, parentId }))) },
      );
    const fits = (compiled: ReturnType<typeof of>) =>
      [top, below, deep, null].map((categoryId) => compiled.test(subject({ categoryId })));
    expect(fits(of([[top, null], ...parents.slice(1)]))).toEqual([false, true, true, false]);
    expect(fits(of(parents))).toEqual([true, true, true, false]);
  });

  test('asks for the message where a program may have written it', () => {
    const compiled = compileCondition(
      { field: 'automatic', operator: 'in', values: ['yes'] },
      options,
    );
    expect(compiled.needs.message).toBe(true);
  });

  test('never throws, whatever it is given', () => {
    const part = fc.option(fc.anything({ maxDepth: 2 }), { freq: 2 });
    const leaf = fc.record(
      {
        field: fc.constantFrom(...Object.keys(conditionFields)),
        operator: fc.constantFrom(...new Set(Object.values(conditionOperators).flat())),
        values: fc.oneof(part, fc.array(fc.string())),
        name: fc.oneof(part, fc.constant('sum')),
        hours: part,
      },
      { requiredKeys: ['field', 'operator'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything({ maxDepth: 4 }), leaf), (given) => {
        const { success } = Condition.safeParse(given);
        if (success) {
          const condition = given as Condition;
          expect(holds(condition, subject({}))).toBeTypeOf('boolean');
          expect(problemsIn(condition, new Map())).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of a hundred conditions costs a ticket far less than a millisecond', () => {
    const words = Array.from({ length: 100 }, (_, at) => `слово${at}`);
    const compiled = words.map((word) =>
      compileCondition(
        { all: [high, { any: [fire, { field: 'text', operator: 'any', values: [word] }] }] },
        options,
      ),
    );
    const message = 'Добрый день, у нас с утра не открывается личный кабинет. '.repeat(20);
    const took: number[] = [];
    for (let run = 0; run < 200; run += 1) {
      const of = subject({ priority: 'high' }, { message });
      const begun = performance.now();
      compiled.forEach((each) => each.test(of));
      took.push(performance.now() - begun);
    }
    took.sort((a, b) => a - b);
    expect(took[100]).toBeLessThan(1);
  });
});
