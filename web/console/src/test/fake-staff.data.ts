import type { Absence, Duty, Schedule } from '../parts/availability/types.ts';
import type { RoutingAgent, RoutingRule, Skill } from '../features/settings/routing/types.ts';
import { teams, users } from './seed.data.ts';

type Named = { id: string; name: string };
const [olga, petr] = users as [Named, Named];
const [first, second] = teams as [Named, Named];

const skill: Skill = { id: 'sk1', name: 'Эквайринг', version: 1, people: 1 };

const rule: RoutingRule = {
  id: 'rr1',
  name: 'Кассы на первую линию',
  enabled: true,
  condition: { all: [] },
  skills: [{ skillId: skill.id, level: 2 }],
  steps: [
    {
      teamId: first.id,
      who: 'available',
      way: 'least_loaded',
      lastAgentFirst: true,
      anySkill: false,
    },
    { teamId: second.id, who: 'available', way: 'team', lastAgentFirst: false, anySkill: false },
  ],
  version: 1,
  changedAt: '2026-11-20T09:00:00Z',
  changedBy: olga.name,
  problems: [],
  waiting: 5,
};

const agent: RoutingAgent = {
  user: petr,
  teams: [first],
  capacity: 12,
  skills: [{ skillId: skill.id, level: 4 }],
  load: 7,
  tickets: 3,
  mayTake: true,
  state: 'off_hours',
  until: null,
  onDuty: false,
};

const absence: Absence = {
  id: 'ab1',
  user: olga,
  kind: 'vacation',
  from: '2026-11-20T21:00:00Z',
  to: '2026-11-27T21:00:00Z',
  firstDay: '2026-11-21',
  lastDay: '2026-11-27',
  substitute: petr,
  handsOver: 'all',
  givesBack: true,
  state: 'running',
  note: '',
  moving: false,
  tickets: { handed: 2, returned: 0, kept: 1 },
  createdBy: olga.name,
  version: 1,
  mayChange: true,
};

const week = { mon: [['18:00', '22:00']] } satisfies Schedule['week'];
const duty: Duty = {
  id: 'du1',
  team: null,
  people: [olga, petr],
  zone: 'Europe/Moscow',
  week,
  from: null,
  to: null,
  version: 1,
};

const turn = {
  dutyId: duty.id,
  team: null,
  people: [{ ...olga, absent: true }],
  from: new Date().toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
  weekly: true,
};

const list = (items: unknown[]) => () => ({ items, next: null });

/** Who gets tickets, and who is there. */
export const fakeStaff: [string, RegExp, () => unknown][] = [
  ['GET', /^\/routing-rules$/, list([rule])],
  ['GET', /^\/routing-agents$/, list([agent])],
  ['GET', /^\/routing-agents\/full$/, list([])],
  ['GET', /^\/routing-queue$/, list([])],
  ['GET', /^\/skills$/, list([skill])],
  ['GET', /^\/absences$/, list([absence])],
  ['GET', /^\/duty$/, list([duty])],
  ['GET', /^\/duty\/turns$/, list([turn])],
  ['GET', /^\/schedules$/, list([{ user: petr, calendar: null, zone: 'Europe/Moscow', week }])],
];
