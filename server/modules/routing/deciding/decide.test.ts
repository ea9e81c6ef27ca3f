import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileAvailability, type AvailabilitySettings } from '../../availability/public.ts';
import type { TicketState } from '../../tickets/public.ts';
import { noFacts } from '../../tickets/rules/facts.ts';
import { noCategories } from '../../tickets/conditions/category-tree.ts';
import { ticketOf } from '../../tickets/rules/test-tickets.ts';
import { keptOf } from '../decision.ts';
import type { RoutingStep } from '../schema.ts';
import type { Loads } from './choose.ts';
import { compileRouting, type Agent, type StoredRule } from './compile.ts';
import { route, routingPolicy } from './decide.ts';

const now = new Date('2026-11-20T09:00:00Z');
const people = ['anna', 'boris', 'vera', 'gleb'] as const;

type Hand = { readonly load?: number; readonly turn?: string };
type Office = {
  readonly agents?: Readonly<Record<string, Partial<Omit<Agent, 'id'>>>>;
  readonly rules?: readonly Partial<StoredRule>[];
  readonly steps?: readonly Partial<RoutingStep>[];
  readonly skills?: StoredRule['skills'];
  readonly hands?: Readonly<Record<string, Hand>>;
  readonly gone?: readonly string[];
  readonly there?: Partial<AvailabilitySettings>;
};

const stepOf = (parts: Partial<RoutingStep>): RoutingStep => ({
  teamId: 'line',
  who: 'available',
  way: 'round_robin',
  lastAgentFirst: false,
  anySkill: false,
  ...parts,
});
const agentOf = (id: string, parts: Partial<Agent> = {}): Agent => ({
  id,
  active: true,
  mayTake: true,
  teamIds: ['line'],
  capacity: null,
  skills: new Map(),
  ...parts,
});
const loadsOf = (hands: Readonly<Record<string, Hand>>, gone: readonly string[] = []): Loads => ({
  weightOf: (id) => hands[id]?.load ?? 0,
  turnOf: (id) => hands[id]?.turn ?? '',
  gone: new Set(gone),
});
const everybody = people.map((id) => ({ id, name: id, active: true }));
const presenceOf = (there: Partial<AvailabilitySettings> = {}) =>
  compileAvailability({
    people: everybody,
    schedules: new Map(),
    away: new Map(),
    absences: [],
    duty: [],
    ...there,
  });
const absent = (userId: string, more: object = {}) => ({
  id: `of ${userId}`,
  userId,
  from: new Date(0),
  to: null,
  lastDay: null,
  substituteId: null,
  handsOver: 'all' as const,
  ...more,
});
const always = { all: [] };

function settingsOf({ agents = {}, rules, steps = [{}], skills = [], ...rest }: Office) {
  const stored = (rules ?? [{ steps: steps.map(stepOf), skills }]).map((rule, at) => ({
    id: `rule ${at}`,
    name: `Rule ${at}`,
    enabled: true,
    condition: always,
    skills: [],
    steps: [stepOf({})],
    ...rule,
  }));
  const named = Object.keys(agents).length > 0 ? Object.keys(agents) : people;
  return {
    ...compileRouting({
      rules: stored,
      agents: named.map((id) => agentOf(id, agents[id])),
      teamIds: ['line', 'second'],
      skillIds: ['cash', 'mail'],
      called: new Map(),
      names: new Map(),
      timeZone: 'UTC',
      categories: noCategories,
    }),
    loads: loadsOf(rest.hands ?? {}, rest.gone),
    availability: presenceOf(rest.there),
  };
}

function decided(office: Office, parts: Partial<TicketState> = {}, lastAgentId?: string) {
  const facts = {
    ...noFacts,
    requester: { ...noFacts.requester, lastAgentId: lastAgentId ?? null },
  };
  return route({ ticket: ticketOf(parts), facts, now }, settingsOf(office), null);
}
const verdicts = ({ steps }: ReturnType<typeof decided>) =>
  steps.map(({ candidates }) =>
    Object.fromEntries(candidates.map(([id, verdict, ...numbers]) => [id, [verdict, ...numbers]])),
  );

describe('whom a step chooses', () => {
  test('in turn: whoever waits longest for a ticket, and first whoever never had one', () => {
    const hands = { anna: { turn: '3' }, boris: { turn: '1' }, vera: { turn: '2' } };
    expect(decided({ hands }).userId).toBe('gleb');
    expect(decided({ hands: { ...hands, gleb: { turn: '4' } } }).userId).toBe('boris');
  });

  test('least loaded: whoever has least in hand; of two who have the same, whose turn it is', () => {
    const hands = {
      anna: { load: 5 },
      boris: { load: 4, turn: '2' },
      vera: { load: 4, turn: '1' },
    };
    const decision = decided({
      steps: [{ way: 'least_loaded' }],
      hands: { ...hands, gleb: { load: 9 } },
    });
    expect(decision.userId).toBe('vera');
    expect(verdicts(decision)).toEqual([
      {
        vera: ['chosen', 4, null],
        boris: ['busier', 4, null],
        anna: ['busier', 5, null],
        gleb: ['busier', 9, null],
      },
    ]);
  });

  test('best skilled: the highest level; those below what is asked for are not asked', () => {
    const agents = {
      anna: { skills: new Map([['cash', 3]]) },
      boris: { skills: new Map([['cash', 5]]) },
      vera: { skills: new Map([['cash', 1]]) },
    };
    const office: Office = {
      agents,
      steps: [{ way: 'best_skilled' }],
      skills: [{ skillId: 'cash', level: 2 }],
    };
    expect(verdicts(decided(office))).toEqual([
      {
        boris: ['chosen', 0, null],
        anna: ['less_skilled', 0, null],
        vera: ['skill', 'cash', 2, 1],
      },
    ]);
    const without = { ...office, steps: [{ anySkill: true, way: 'round_robin' as const }] };
    expect(decided(without).steps[0]?.candidates).toHaveLength(3);
  });

  test('the customer’s last agent, whoever stands in for them while they are absent, else the usual way', () => {
    const office: Office = { steps: [{ lastAgentFirst: true }] };
    const known = decided(office, {}, 'vera');
    expect([known.userId, known.steps[0]?.candidates[0]?.[1]]).toEqual(['vera', 'last_agent']);
    const there = { absences: [absent('vera', { substituteId: 'gleb' })] };
    const standIn = decided({ ...office, there }, {}, 'vera');
    expect([standIn.userId, standIn.steps[0]?.candidates[0]?.[1]]).toEqual(['gleb', 'substitute']);
    const full = { ...office, agents: { anna: {}, vera: { capacity: 0 } } };
    expect(decided(full, {}, 'vera').userId).toBe('anna');
  });

  test('the duty: those who have it in their order, also from other teams, never who is absent', () => {
    const turn = {
      id: 'night',
      teamId: null,
      userIds: ['boris', 'anna'],
      from: new Date(0),
      to: null,
      hours: null,
    };
    const agents = { anna: { teamIds: [] }, boris: { teamIds: ['second'] }, vera: {} };
    const office: Office = { agents, steps: [{ who: 'on_duty' }], there: { duty: [turn] } };
    expect(Object.keys(verdicts(decided(office))[0] ?? {}).toSorted()).toEqual(['anna', 'boris']);
    const there = { duty: [turn], absences: [absent('boris')] };
    expect(decided({ ...office, there }).userId).toBe('anna');
  });
});

describe('when nobody of a step is free', () => {
  const full = { capacity: 3 };
  const hands = { anna: { load: 3 }, boris: { load: 4 } };
  const agents = { anna: full, boris: full, vera: { teamIds: ['second'] } };

  test('the next step is asked; it says who was not free in the one before', () => {
    const decision = decided({ agents, hands, steps: [{}, { teamId: 'second' }] });
    expect([decision.outcome, decision.teamId, decision.userId]).toEqual([
      'handed',
      'second',
      'vera',
    ]);
    expect(verdicts(decision)[0]).toEqual({ anna: ['full', 3, 3], boris: ['full', 4, 3] });
  });

  test('the ticket waits in the queue of the first team, or lies with a team that is asked for as such', () => {
    const waits = decided({ agents, hands });
    expect([waits.outcome, waits.teamId, waits.userId]).toEqual(['waiting', 'line', null]);
    const lies = decided({ agents, hands, steps: [{}, { teamId: 'second', way: 'team' }] });
    expect([lies.outcome, lies.teamId, lies.userId]).toEqual(['team', 'second', null]);
  });

  test('everybody is named with the reason', () => {
    const decision = decided({
      agents: {
        anna: { active: false },
        boris: { mayTake: false },
        vera: { capacity: 2 },
        gleb: {},
      },
      hands: { vera: { load: 2 } },
      gone: ['gleb'],
    });
    expect(verdicts(decision)).toEqual([
      { anna: ['inactive'], boris: ['no_right'], vera: ['full', 2, 2], gleb: ['inactive'] },
    ]);
    const back = new Date('2026-11-23T00:00:00Z');
    const night = { zone: 'UTC', week: { fri: [['20:00', '23:00']] } } as const;
    const there = {
      absences: [absent('anna', { to: back })],
      away: new Map([['boris', null]]),
      schedules: new Map([['vera', night]]) as never,
    };
    expect(verdicts(decided({ there, agents: { anna: {}, boris: {}, vera: {} } }))).toEqual([
      {
        anna: ['absent', back.toISOString()],
        boris: ['away', null],
        vera: ['off_hours', '2026-11-20T20:00:00.000Z'],
      },
    ]);
  });
});

describe('which rule decides', () => {
  const urgent = { field: 'priority', operator: 'in', values: ['urgent'] } as const;
  const rules = [{ condition: urgent, steps: [stepOf({ teamId: 'second', way: 'team' })] }, {}];

  test('the first that fits; those before it say what did not hold', () => {
    expect(decided({ rules }, { priority: 'urgent' }).teamId).toBe('second');
    const { rule, passed } = decided({ rules });
    expect(rule?.id).toBe('rule 1');
    expect(passed).toEqual([
      {
        id: 'rule 0',
        name: 'Rule 0',
        why: 'condition',
        failed: [expect.objectContaining({ field: 'priority', values: ['urgent'] })],
        kept: null,
      },
    ]);
  });

  test('the history names a rule that was passed by with two numbers, unless it is a draft', () => {
    const editions = [
      { ...rules[0], edition: 7 },
      { ...rules[1], edition: 8 },
    ];
    const passedOf = (list: typeof rules, team: string | null = null) => {
      const situation = { ticket: ticketOf({}), facts: noFacts, now };
      return keptOf(route(situation, settingsOf({ rules: list }), team)).passed;
    };
    expect(passedOf(editions)).toEqual([[7, 0]]);
    expect(passedOf(editions, 'third')).toEqual([
      [7, 0],
      [8, -1],
    ]);
    expect(passedOf(rules)).toEqual([expect.objectContaining({ id: 'rule 0', name: 'Rule 0' })]);
  });

  test('a team that somebody has chosen binds: other rules are passed over for that', () => {
    const situation = { ticket: ticketOf({ priority: 'urgent' }), facts: noFacts, now };
    const { rule, passed, teamId } = route(situation, settingsOf({ rules }), 'line');
    expect([rule?.id, teamId]).toEqual(['rule 1', 'line']);
    expect(passed.map(({ why }) => why)).toEqual(['team']);
  });

  test('it is asked once for whatever happened, and not of what is spam or merged', () => {
    const settings = { ...settingsOf({ rules }), placed: null };
    const asked = { facts: noFacts, now, occurrences: [{ kind: 'opened' as const }] };
    const decide = (parts: Partial<TicketState>, done: string[] = []) =>
      routingPolicy.decide({ ...asked, ticket: ticketOf(parts), done: new Set(done) }, settings);
    expect(decide({})).toMatchObject({ changes: { teamId: 'line' }, key: 'routing' });
    expect(decide({}, ['routing'])).toBeNull();
    expect(decide({ status: 'spam' })).toBeNull();
    expect(decide({ mergedInto: 'other' })).toBeNull();
    expect(decide({ assigneeId: 'anna' })).toBeNull();
  });
});

const level = fc.integer({ min: 0, max: 5 });
const anyAgent = fc.record({
  active: fc.boolean(),
  mayTake: fc.boolean(),
  capacity: fc.option(fc.integer({ min: 0, max: 6 })),
  cash: level,
  load: fc.integer({ min: 0, max: 8 }),
  turn: fc.constantFrom('', '1', '2', '3'),
  state: fc.constantFrom('here', 'absent', 'away'),
  teamIds: fc.uniqueArray(fc.constantFrom('line', 'second')),
});
const anyStep = fc.record({
  teamId: fc.constantFrom('line', 'second'),
  way: fc.constantFrom('round_robin' as const, 'least_loaded' as const, 'best_skilled' as const),
  anySkill: fc.boolean(),
  lastAgentFirst: fc.boolean(),
});
const anyOffice = fc.record({
  staff: fc.dictionary(fc.constantFrom(...people), anyAgent, { minKeys: 1, noNullPrototype: true }),
  steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
  asked: fc.integer({ min: 1, max: 4 }),
  last: fc.option(fc.constantFrom(...people)),
});
type Drawn = typeof anyOffice extends fc.Arbitrary<infer Value> ? Value : never;

function outcomeOf({ staff, steps, asked, last }: Drawn, order = Object.keys(staff)) {
  const who = order.map((id) => [id, staff[id as (typeof people)[number]]] as const);
  const of = <T>(make: (one: NonNullable<(typeof who)[number][1]>, id: string) => T) =>
    Object.fromEntries(who.flatMap(([id, one]) => (one ? [[id, make(one, id)]] : [])));
  return decided(
    {
      steps,
      skills: [{ skillId: 'cash', level: asked }],
      agents: of(({ cash, ...one }) => ({ ...one, skills: new Map([['cash', cash]]) })),
      hands: of(({ load, turn }) => ({ load, turn })),
      there: {
        absences: who.flatMap(([id, one]) => (one?.state === 'absent' ? [absent(id)] : [])),
        away: new Map(who.flatMap(([id, one]) => (one?.state === 'away' ? [[id, null]] : []))),
      },
    },
    {},
    last ?? undefined,
  );
}

describe('whatever the office looks like', () => {
  const isFree = ({ staff, asked }: Drawn, id: string, step: Drawn['steps'][number]): boolean => {
    const one = staff[id as (typeof people)[number]];
    return (
      one !== undefined &&
      one.active &&
      one.mayTake &&
      one.state === 'here' &&
      (one.capacity === null || one.load < one.capacity) &&
      (step.anySkill || one.cash >= asked) &&
      one.teamIds.includes(step.teamId)
    );
  };

  test('only somebody who is there, may, can and has room is chosen; a ticket waits only when there is nobody', () => {
    fc.assert(
      fc.property(anyOffice, (office) => {
        const { userId, teamId, outcome } = outcomeOf(office);
        const step = office.steps.find((each) => people.some((id) => isFree(office, id, each)));
        expect(outcome).toBe(step ? 'handed' : 'waiting');
        expect(teamId).toBe((step ?? office.steps[0])?.teamId);
        expect(userId === null ? step === undefined : isFree(office, userId, step as never)).toBe(
          true,
        );
      }),
    );
  });

  test('everybody of the teams that were asked is named, each once, and only the chosen one as chosen', () => {
    fc.assert(
      fc.property(anyOffice, (office) => {
        const { steps, userId } = outcomeOf(office);
        for (const [at, { teamId, candidates }] of steps.entries()) {
          const members = people.filter((id) =>
            office.staff[id]?.teamIds.includes(teamId as never),
          );
          expect(candidates.map(([id]) => id).toSorted()).toEqual(members.toSorted());
          const chosen = candidates.filter(([, verdict]) =>
            ['chosen', 'last_agent', 'substitute'].includes(verdict),
          );
          const isLast = at === steps.length - 1 && userId !== null;
          expect(chosen.map(([id]) => id)).toEqual(isLast ? [userId] : []);
        }
      }),
    );
  });

  test('the order in which people are listed changes nothing', () => {
    fc.assert(
      fc.property(anyOffice, (office) => {
        const turned = Object.keys(office.staff).toReversed();
        expect(outcomeOf(office, turned).userId).toBe(outcomeOf(office).userId);
      }),
    );
  });

  test('many tickets in turn are shared out evenly', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        (team, tickets) => {
          const hands: Record<string, { load: number; turn: string }> = {};
          const agents = Object.fromEntries(team.map((id) => [id, {}]));
          for (let n = 0; n < tickets; n += 1) {
            const { userId } = decided({ agents, hands });
            const load = (hands[userId as string]?.load ?? 0) + 1;
            hands[userId as string] = { load, turn: String(n).padStart(3, '0') };
          }
          const counts = team.map((id) => hands[id]?.load ?? 0);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
