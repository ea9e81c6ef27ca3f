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

const tried = {
  id: 'lr1',
  changes: [
    {
      setting: 'rule',
      id: 'ru1',
      version: 1,
      definition: { ...rule, actions: [{ kind: 'team', value: 't2' }] },
    },
  ],
  title: 'Касса срочно',
  days: 30,
  state: 'done',
  progress: { done: 200, of: 200 },
  problem: null,
  kept: false,
  switchedOnAt: null,
  by: 'Ольга Власова',
  createdAt: '2026-11-20T09:00:00Z',
  finishedAt: '2026-11-20T09:00:09Z',
  forgottenAt: '2026-11-27T09:00:00Z',
};
const none = { was: 0, would: 0 };
const triedResult = {
  tickets: { opened: 190, older: 10, different: 21, turns: 4, incomplete: 0, left: 0 },
  faithful: { same: 180, of: 200, person: { same: 150, of: 200 } },
  routing: 'anew',
  waited: { tickets: { was: 4, would: 2 }, minutes: { was: 80, would: 30 } },
  people: [{ id: 'u2', got: { was: 12, would: 19 }, most: { was: 3, would: 5 } }],
  fields: [{ field: 'teamId', tickets: 21, pairs: [{ was: null, would: 't2', tickets: 21 }] }],
  targets: [
    {
      target: 'first_response',
      late: { was: 12, would: 9 },
      met: { was: 100, would: 103 },
      nowInTime: 3,
      nowLate: 0,
    },
  ],
  warnings: none,
  effects: [{ kind: 'notify', was: 0, would: 21 }],
  rules: [{ id: 'ru1', name: 'Касса срочно', was: 0, would: 21 }],
  byHand: [{ field: 'teamId', was: 40, would: 22 }],
  cut: none,
  days: [{ day: '2026-11-19', opened: 190, different: 21, late: { was: 12, would: 9 } }],
  teams: [{ id: 't2', came: { was: 5, would: 26 }, late: none }],
  names: { t2: 'Вторая линия' },
  seconds: 9.1,
};
const triedExample = {
  ticketId: 'x1',
  number: 812,
  subject: 'Не работает касса',
  openedAt: '2026-11-19T09:00:00Z',
  differences: [
    {
      kind: 'field teamId',
      at: '2026-11-19T09:00:00Z',
      was: null,
      would: 't2',
      side: 'would',
      reason: { code: 'rule', params: { ruleId: 'ru1', name: 'Касса срочно' } },
    },
  ],
};

export const fakeAutomation: [string, RegExp, () => unknown][] = [
  ['GET', /^\/rules$/, () => ({ items: [rule] })],
  ['POST', /^\/rules$/, () => rule],
  ['GET', /^\/rules\/effects$/, () => ({ items: [], next: null })],
  ['GET', /^\/rules\/[^/]+\/versions$/, () => ({ items: [] })],
  ['GET', /^\/lab\/runs$/, () => ({ items: [{ ...tried, tickets: null }], next: null })],
  ['POST', /^\/lab\/runs$/, () => ({ ...tried, result: triedResult })],
  ['GET', /^\/lab\/runs\/[^/]+$/, () => ({ ...tried, result: triedResult })],
  ['POST', /^\/lab\/runs\/[^/]+\/switch-on$/, () => ({ ...tried, result: triedResult })],
  [
    'GET',
    /^\/lab\/runs\/[^/]+\/examples$/,
    () => ({ items: [triedExample], hidden: 2, next: null }),
  ],
  ['GET', /^\/calendars$/, () => ({ items: [calendar], next: null })],
  ['POST', /^\/tickets\/matching$/, () => nothingFound],
];
