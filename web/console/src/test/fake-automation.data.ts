import type { Calendar } from '../lib/settings-types.ts';
import type { Rule } from '../features/settings/rules/rule-types.ts';

const rule: Rule = {
  id: 'ru1',
  name: 'Касса срочно',
  enabled: true,
  trigger: { on: ['opened'] },
  condition: { all: [{ field: 'text', operator: 'any', values: ['касса'] }] },
  actions: [{ kind: 'priority', value: 'urgent' }],
  version: 1,
  changedAt: '2026-01-01T00:00:00Z',
  changedBy: 'Ольга Власова',
  problems: [],
  uses: { total: 3, last30Days: 2, lastAt: null },
  failedEffects: 0,
};

const calendar: Calendar = {
  id: 'ca1',
  name: 'Рабочее время',
  zone: 'Europe/Moscow',
  week: { mon: [['09:00', '18:00']] },
  country: 'ru',
  days: {},
  isDefault: true,
  teams: [],
  version: 1,
};

const nothingFound = { tickets: [], matched: 0, looked: 30, more: false, problems: [] };

export const fakeAutomation: [string, RegExp, () => unknown][] = [
  ['GET', /^\/rules$/, () => ({ items: [rule] })],
  ['POST', /^\/rules$/, () => rule],
  ['GET', /^\/rules\/effects$/, () => ({ items: [], next: null })],
  ['GET', /^\/rules\/[^/]+\/versions$/, () => ({ items: [] })],
  ['GET', /^\/calendars$/, () => ({ items: [calendar], next: null })],
  ['POST', /^\/tickets\/matching$/, () => nothingFound],
];
