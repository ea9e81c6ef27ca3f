import type { Client } from './client.ts';

const everyday = ['пароль', 'доступ', 'счёт', 'печать', 'доставка', 'invoice', 'printer', 'refund'];
const ways = ['round_robin', 'least_loaded', 'best_skilled'];

/** Hundred of them, each of a word or two; some call for a change of a change. */
export const ruleOf = (n: number) => ({
  name: `Правило ${n}`,
  enabled: true,
  trigger: { on: [['opened', 'customer_wrote', 'changed'][n % 3]] },
  condition: {
    all: [
      { field: 'text', operator: 'any', values: [everyday[n % everyday.length], `слово${n}`] },
      { field: 'priority', operator: 'in', values: [['low', 'normal', 'high', 'urgent'][n % 4]] },
    ],
  },
  actions: [{ kind: 'tags', add: [`правило${n}`], remove: [] }],
});

export const policyOf = (n: number) => ({
  name: `Срок ${n}`,
  condition: { field: 'text', operator: 'any', values: [everyday[n % everyday.length] ?? ''] },
  terms: {
    targets: { first_response: { minutes: 60 + n }, resolution: { minutes: 1_440 + n } },
    warnAt: [0.8],
    pausedIn: ['pending', 'on_hold'],
    onReopen: 'continue',
    onChange: 'keep',
  },
  calendarId: null,
  byTeam: false,
  active: true,
});

export async function addRules(client: Client): Promise<void> {
  for (let n = 0; n < 100; n += 1) {
    await client.call('POST', '/rules', ruleOf(n));
  }
}

export async function addPolicies(client: Client): Promise<void> {
  for (let n = 0; n < 20; n += 1) {
    await client.call('POST', '/sla-policies', policyOf(n));
  }
  // Whatever no word tells apart is promised something too.
  await client.call('POST', '/sla-policies', { ...policyOf(20), condition: { all: [] } });
}

type Made = { readonly id: string };
const agents = 50;
const teams = 5;

/** Fifty people of five teams with skills, hours, capacities and absences, and twenty rules to whom of them a ticket goes. */
export async function addRouting(client: Client): Promise<void> {
  const { items } = await client.call<{ items: { id: string; key: string }[] }>('GET', '/roles');
  const roleId = items.find(({ key }) => key === 'agent')?.id;
  const skills = [];
  for (const name of ['Кассы', 'Счета', 'English']) {
    skills.push(await client.call<Made>('POST', '/skills', { name }));
  }
  const people: Made[] = [];
  for (let n = 0; n < agents; n += 1) {
    const person = { name: `Сотрудник ${n}`, email: `agent${n}@bench.example` };
    const password = 'a-long-bench-password-3';
    const made = await client.call<Made>('POST', '/users', { ...person, password, roleId });
    people.push(made);
    await setUpAgent(client, { ...made, n, skillIds: skills.map(({ id }) => id) });
  }
  const teamIds = [];
  for (let n = 0; n < teams; n += 1) {
    const memberIds = people.filter((_, at) => at % teams === n).map(({ id }) => id);
    teamIds.push((await client.call<Made>('POST', '/teams', { name: `Линия ${n}`, memberIds })).id);
  }
  for (let n = 0; n < 20; n += 1) {
    await client.call('POST', '/routing-rules', routingOf(n, { teamIds, skills }));
  }
}

const mostSteps = 8;
/** So many of them ask for a word; the others take what is left, each for some of the teams. */
const worded = 12;

/** Twenty rules over the teams that are there, so that whatever team a ticket is in, somebody is looked for. */
export async function addRoutingToTeams(client: Client): Promise<string[]> {
  const { items } = await client.call<{ items: Made[] }>('GET', '/teams');
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const around = items.map((_, at) => items[(at + n) % items.length]?.id);
    const { id } = await client.call<Made>('POST', '/routing-rules', {
      name: `Кому ${n}`,
      condition:
        n >= worded
          ? { all: [] }
          : { field: 'text', operator: 'any', values: [everyday[n % everyday.length] ?? ''] },
      steps: around
        .slice(0, mostSteps)
        .map((teamId, at) => ({ teamId, way: ways[(n + at) % ways.length] })),
    });
    ids.push(id);
  }
  return ids;
}

type Setting = { readonly id: string; readonly n: number; readonly skillIds: readonly string[] };

async function setUpAgent(client: Client, { id, n, skillIds }: Setting): Promise<void> {
  const skills = skillIds.map((skillId, at) => ({ skillId, level: 1 + ((n + at) % 5) }));
  await client.call('PATCH', `/routing-agents/${id}`, { capacity: 1_000, skills });
  if (n % 5 === 1) {
    const week = { mon: [['00:00', '24:00']], thu: [['00:00', '24:00']] };
    await client.call('PUT', `/schedules/${id}`, { hours: { zone: 'Europe/Moscow', week } });
  }
  if (n % 10 === 2) {
    await client.call('POST', '/absences', { userId: id, kind: 'vacation' });
  }
}

/** The last one takes what the others leave. */
const routingOf = (n: number, { teamIds, skills }: { teamIds: string[]; skills: Made[] }) => ({
  name: `Кому ${n}`,
  condition:
    n === 19
      ? { all: [] }
      : {
          field: 'text',
          operator: 'any',
          values: [everyday[n % everyday.length] ?? '', `куда${n}`],
        },
  skills: n % 2 === 0 ? [{ skillId: skills[n % skills.length]?.id, level: 2 }] : [],
  steps: [0, 1].map((step) => ({
    teamId: teamIds[(n + step) % teams],
    way: ways[n % ways.length],
    lastAgentFirst: step === 0 && n % 2 === 1,
  })),
});
