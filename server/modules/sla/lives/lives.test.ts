import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarHours, WorkspaceCalendars } from '../../calendars/public.ts';
import { weekdays } from '../../calendars/public.ts';
import { noCategories, noFacts, type Occurrence, type TicketState } from '../../tickets/public.ts';
import { ticketOf } from '../../tickets/rules/test-tickets.ts';
import type { PolicyRow } from '../queries/read-policies.ts';
import { SlaTerms } from '../schema.ts';
import { compileSla, type SlaSettings } from '../settings.ts';
import { decideKeeping, nextMoment, noClocks, type TicketClocks } from '../ticket-clocks.ts';
import type { Hours, LifeEvent, Said, SlowPolicy } from './slow-counting.ts';
import { SlowLife } from './slow-life.ts';

const minuteMs = 60_000;
/** A Monday. */
const origin = Date.parse('2026-11-02T00:00:00Z');
const office: Hours = {
  days: [0, 1, 2, 3, 4],
  spans: [
    [9, 12],
    [13, 18],
  ],
};
const nights: Hours = { days: [0, 1, 2, 3, 4, 5, 6], spans: [[22, 6]] };

const desk = { teamHours: nights, defaultHours: office };

const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;
const hoursOf = ({ days, spans }: Hours): CalendarHours => ({
  zone: 'UTC',
  week: Object.fromEntries(
    days.map((day) => [weekdays[day], spans.map(([from, to]) => [hour(from), hour(to)] as const)]),
  ),
});
const calendars: WorkspaceCalendars = {
  hours: new Map([
    ['office', hoursOf(office)],
    ['nights', hoursOf(nights)],
  ]),
  byTeam: new Map([['nights', 'nights']]),
  defaultId: 'office',
};

const rowOf = (policy: SlowPolicy, position: number): PolicyRow => ({
  workspace_id: 'w',
  id: policy.id,
  name: policy.id,
  position,
  active: policy.active,
  condition: { field: 'type', operator: 'in', values: [...policy.types] } as PolicyRow['condition'],
  terms: policy.terms,
  calendar_id: policy.calendar ? 'office' : null,
  by_team: policy.byTeam,
  version: 1,
  created_at: new Date(origin),
});
const compiled = (policies: readonly SlowPolicy[]): SlaSettings =>
  compileSla(policies.map(rowOf), calendars, { timeZone: 'UTC', categories: noCategories });

/** The door, and whoever looks when the time of an alarm has come. */
class QuickLife {
  readonly said: Said[] = [];
  clocks: TicketClocks = noClocks;
  private ticket: TicketState;
  private looked = 0;
  private settings: SlaSettings;

  constructor(start: { at: number; policies: readonly SlowPolicy[] } & Partial<TicketState>) {
    const { at, policies, ...parts } = start;
    this.settings = compiled(policies);
    this.ticket = ticketOf({ ...parts, createdAt: new Date(origin + at * minuteMs) });
    this.decide(at, [{ kind: 'opened' }]);
  }

  goTo(minute: number): void {
    for (
      let next = nextMoment(this.clocks);
      next !== null && next <= origin + minute * minuteMs;
      next = nextMoment(this.clocks)
    ) {
      this.decide(Math.max(this.looked, (next - origin) / minuteMs), []);
    }
  }

  happen({ at, message, policies, team, ...changes }: LifeEvent): void {
    this.goTo(at - 1);
    const before = this.ticket;
    const asked = Object.fromEntries(
      Object.entries({ ...changes, teamId: team }).filter(([, value]) => value !== undefined),
    ) as Partial<TicketState>;
    const fields = (Object.keys(asked) as ('status' | 'priority' | 'type' | 'teamId')[]).filter(
      (field) => asked[field] !== before[field],
    );
    this.ticket = { ...before, ...asked };
    if (message === 'agent') {
      this.ticket = { ...this.ticket, firstRespondedAt: new Date(origin + at * minuteMs) };
    }
    this.settings = policies ? compiled(policies) : this.settings;
    const happened: Occurrence[] = fields.length > 0 ? [{ kind: 'changed', fields, before }] : [];
    this.decide(at, [...happened, ...occurrenceOf(message)]);
    this.goTo(at);
  }

  private decide(at: number, happened: readonly Occurrence[]): void {
    this.looked = at;
    const now = new Date(origin + at * minuteMs);
    const subject = { ticket: this.ticket, facts: noFacts, now };
    const asked = { subject, before: this.clocks, happened };
    const { kept, after } = decideKeeping(asked, this.settings);
    this.clocks = kept;
    for (const { kind, target, share } of after.told) {
      if (kind !== 'paused' && kind !== 'resumed') {
        this.said.push([at, target, words[kind](share)]);
      }
    }
  }
}
const words = {
  warned: (share?: number) => `warned ${share}`,
  breached: () => 'late',
  met: () => 'met',
};
const occurrenceOf = (message: LifeEvent['message']): Occurrence[] => {
  if (message === undefined) {
    return [];
  }
  return message === 'customer'
    ? [{ kind: 'customer-wrote', automatic: false }]
    : [{ kind: 'agent-answered', userId: 'ann', automatic: message === 'automatic' }];
};

const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const goal = fc.record(
  {
    minutes: fc.integer({ min: 1, max: 60 }).map((n) => n * 20),
    byPriority: fc.record({ urgent: fc.integer({ min: 1, max: 30 }).map((n) => n * 20) }),
  },
  { requiredKeys: ['minutes'] },
);
const anyTerms = fc
  .record({
    targets: fc.record(
      { first_response: goal, next_response: goal, update: goal, resolution: goal, visit: goal },
      { requiredKeys: ['resolution'] },
    ),
    warnAt: fc.subarray([0.25, 0.5, 0.8]),
    pausedIn: fc.subarray(['pending', 'on_hold'] as const),
    onReopen: one('continue', 'restart', 'leave'),
    onChange: one('keep', 'restart', 'stay'),
    onPriority: one('keep', 'restart', 'stay'),
  })
  .map((terms) => SlaTerms.parse(terms));
const anyPolicy = (id: string, type: string): fc.Arbitrary<SlowPolicy> =>
  fc.record({
    id: fc.constant(id),
    types: one([type], [type, 'incident']),
    active: one(true, true, true, false),
    terms: anyTerms,
    calendar: one(office, null),
    byTeam: fc.boolean(),
  });
const anyPolicies = fc.tuple(anyPolicy('a', 'incident'), anyPolicy('b', 'question'));
const anyEvent = fc.record(
  {
    after: fc.integer({ min: 2, max: 900 }),
    message: one('customer', 'agent', 'automatic'),
    status: one('new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'),
    priority: one('normal', 'urgent', 'low'),
    type: one('incident', 'question', 'problem'),
    team: one('nights', 'others', null),
    edit: fc.record({ which: one('a', 'b'), active: fc.boolean(), terms: anyTerms }),
  },
  { requiredKeys: ['after'] },
);
const anyLife = fc.record({
  at: fc.integer({ min: 0, max: 7 * 1440 }),
  policies: anyPolicies,
  events: fc.array(anyEvent, { minLength: 1, maxLength: 12 }),
});

type Edit = { which: string; active: boolean; terms: SlaTerms } | undefined;
/** Its warnings and targets stay: which of them were told is kept by their place in the list. */
const edited = (policies: readonly SlowPolicy[], edit: Edit): readonly SlowPolicy[] =>
  policies.map((policy) => {
    if (policy.id !== edit?.which) {
      return policy;
    }
    const { warnAt, targets: were } = policy.terms;
    const { active, terms } = edit;
    const kept = Object.entries(were).map(([name, was]) => [name, terms.targets[name] ?? was]);
    return { ...policy, active, terms: { ...terms, warnAt, targets: Object.fromEntries(kept) } };
  });

const inOrder = (said: readonly Said[]): readonly Said[] =>
  said.toSorted((a, b) => a[0] - b[0] || `${a[1]} ${a[2]}`.localeCompare(`${b[1]} ${b[2]}`));

test('whatever happens to a ticket, its clocks say what counting minute by minute says', () => {
  fc.assert(
    fc.property(anyLife, ({ at, policies, events }) => {
      const facts = { status: 'new', priority: 'normal', type: 'question' } as const;
      const slow = new SlowLife({
        at,
        policies,
        desk,
        team: null,
        ...facts,
      });
      const quick = new QuickLife({ at, policies, ...facts });
      let now = at;
      let holds: readonly SlowPolicy[] = policies;
      for (const { after, edit, ...event } of events) {
        now += after;
        holds = edited(holds, edit);
        // A changed setting reaches the ticket a minute before anything else happens to it.
        const both: LifeEvent[] = [
          { at: now - 1, policies: holds },
          { at: now, ...event },
        ];
        for (const happened of both) {
          slow.happen(happened);
          quick.happen(happened);
        }
      }
      slow.goTo(now + 3000);
      quick.goTo(now + 3000);
      expect(inOrder(quick.said)).toEqual(inOrder(slow.said));
      const found = [...quick.clocks.clocks.values()].map(({ target, state, goalMs, dueAt }) => [
        target,
        state,
        goalMs / minuteMs,
        state === 'running' && dueAt !== null && dueAt > origin + (now + 3000) * minuteMs
          ? (dueAt - origin) / minuteMs
          : null,
      ]);
      const wanted = [...slow.clocks].map(([target, { state, goal: minutes, late }]) => [
        target,
        state,
        minutes,
        late ? null : slow.dueOf(target, 20_000),
      ]);
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 120 },
  );
});
