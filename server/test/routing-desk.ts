import { expect } from 'vitest';
import type { Company, Person } from './company.ts';
import type { World } from './world.ts';

export type Team = {
  readonly company: Company;
  readonly team: { id: string };
  readonly people: Person[];
};

/** Companies whose tickets are routed; settings are heard of before anything else happens. */
export function openRoutingDesk(world: World) {
  let opened = 0;

  /** Every process hears of a change a moment after its commit; the application has by when a later listener has. */
  async function heard<T>(company: Company, change: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const isOurs = (workspaceId: string) => workspaceId === company.id && resolve();
    const listener = world.db.listen('otklik_routing', isOurs, () => undefined);
    const result = await change();
    await promise;
    await listener.close();
    return result;
  }

  /** Of people and teams they hear within the transaction, so whatever comes after it comes later. */
  async function known<T>(company: Company, change: () => Promise<T>): Promise<T> {
    const result = await change();
    const { promise, resolve } = Promise.withResolvers<void>();
    const isMark = (payload: string) => payload === `${company.id}:mark` && resolve();
    const listener = world.db.listen('otklik_identity', isMark, () => undefined);
    await world.admin.query(`select pg_notify('otklik_identity', $1)`, [`${company.id}:mark`]);
    await promise;
    await listener.close();
    return result;
  }

  async function teamOf(n: number): Promise<Team> {
    const company = await world.found();
    const people: Person[] = [];
    for (let at = 0; at < n; at += 1) {
      people.push(await company.hire('agent'));
    }
    const ids = people.map(({ id }) => id);
    return { company, people, team: await known(company, () => company.team('Line', ids)) };
  }

  async function rule({ company, team }: Pick<Team, 'company' | 'team'>, parts: object = {}) {
    const { status, body } = await heard(company, () =>
      company.administrator.call('POST /routing-rules', {
        name: 'To the line',
        condition: { all: [] },
        steps: [{ teamId: team.id, way: 'round_robin' }],
        ...parts,
      }),
    );
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  }

  async function open(company: Company, parts: object = {}) {
    opened += 1;
    const { body } = await company.administrator.call('POST /tickets', {
      subject: 'Касса',
      body: 'Не работает',
      requester: { email: `r${opened}@acme.test`, name: 'R' },
      ...parts,
    });
    return body;
  }

  const why = async ({ administrator }: Company, id: string) =>
    (await administrator.call(`GET /tickets/${id}/routing`)).body;

  return { heard, known, teamOf, rule, open, why };
}
