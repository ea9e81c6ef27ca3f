import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiPrefix, describeApi } from '../kernel/openapi.ts';
import { actionOf, pathParameters, type Route } from '../kernel/routes.ts';
import { badValues, idsIn, withValue } from '../test/bad-values.ts';
import type { Answer, Caller } from '../test/caller.ts';
import type { Person } from '../test/company.ts';
import { samples, type Sample } from '../test/route-samples.ts';
import { makeThings, type Things } from '../test/route-things.ts';
import { describedApp } from '../test/described-app.ts';
import { openWorld, type World } from '../test/world.ts';

/** Made of the routes themselves: a route of tomorrow is held to this from the day it is listed. */
const routes = describedApp().routes;
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const endless = new Set(['GET /stream']);
/** Providers add parameters of their own to the address that we give them. */
const openToAnyField = new Set(['GET /channels/oauth/callback']);

let world: World;
let own: Things;
let foreign: Things;
let nobody: Person;

beforeAll(async () => {
  world = await openWorld();
  own = await makeThings(world, await world.found({ company: 'Own' }));
  foreign = await makeThings(world, await world.found({ company: 'Foreign' }));
  nobody = await own.company.hire({ permissions: [] });
});
afterAll(() => world.close());

const sampleOf = async (route: Route, things: Things): Promise<Sample> =>
  (await samples[nameOf(route)]?.(things)) ?? {};

function send(call: Caller, route: Route, sample: Sample): Promise<Answer> {
  const path = route.path.replace(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(sample.path?.[name] ?? 'missing'),
  );
  const query = sample.query ? `?${new URLSearchParams(sample.query)}` : '';
  return call(`${route.method} /${path.slice(1)}${query}`, sample.body, sample.headers);
}

type Described = {
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>> }>>;
};
const document = describeApi(routes, '1');
const described = ({ method, path }: Route) =>
  document.paths[`${apiPrefix}${path.replace(/:(\w+)/g, '{$1}')}`]?.[
    method.toLowerCase()
  ] as Described;

/** Whether an answer has one of the types described for its status; `image/*` is such a type. */
function isOfDescribedType(route: Route, { status, headers }: Answer): boolean {
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const responses = document.components.responses;
  const types =
    status < 400
      ? Object.keys(described(route).responses[status]?.content ?? { '': '' })
      : Object.keys(responses.Refused.content);
  return types.some((one) => type.startsWith(one.replaceAll('*/', '').replaceAll('*', '')));
}

const inQuery = (route: Route) =>
  route.method === 'GET' || (route.kind === 'special' && route.takesBytes === true);

test('every route has a sample, and every sample a route', () => {
  expect(Object.keys(samples).toSorted()).toEqual(routes.map(nameOf).toSorted());
});

test('every path names the methods that it has to whoever tries another', async () => {
  for (const [path, served] of Map.groupBy(routes, (route) => route.path)) {
    const methods = new Set<string>(served.map(({ method }) => method));
    const other = ['PUT', 'DELETE', 'POST', 'PATCH'].find((method) => !methods.has(method));
    const { status, body, headers } = await own.administrator.call(
      `${other ?? 'OPTIONS'} /${path.slice(1)}`,
    );
    expect([path, status, body.code]).toEqual([path, 405, 'request.method']);
    expect(String(headers['allow']).split(', ')).toEqual(expect.arrayContaining([...methods]));
  }
});

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
  const { permission, input } = actionOf(route);

  test.runIf(permission !== 'public')('is closed to whoever is not signed in', async () => {
    const answer = await send(world.call, route, await sampleOf(route, own));
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  test.runIf(!['public', 'self', 'session'].includes(permission))(
    'is closed to whoever may not',
    async () => {
      const answer = await send(nobody.call, route, await sampleOf(route, own));
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'permission.missing', detail: permission },
      });
    },
  );

  test.runIf(!endless.has(name))('answers as it says', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    const answer = await send(as.call, route, sample);
    expect([answer.status, answer.body?.code]).toEqual([
      sample.status ?? route.status,
      sample.status === undefined ? undefined : expect.any(String),
    ]);
    expect(Object.keys(described(route).responses)).toContain(String(answer.status));
    expect(isOfDescribedType(route, answer)).toBe(true);
  });

  test.each(pathParameters(route.path))(
    'does not know a %s of another company',
    async (parameter) => {
      const theirs = await sampleOf(route, foreign);
      const { as = own.administrator, ...sample } = await sampleOf(route, own);
      const path = { ...sample.path, [parameter]: theirs.path?.[parameter] ?? '' };
      if (theirs.path?.[parameter] === sample.path?.[parameter]) {
        // A word of ours, e.g. the name of a provider, means the same in every company.
        return;
      }
      const answer = await send(as.call, route, { ...sample, path });
      expect(answer).toMatchObject({ status: 404, body: { status: 404 } });
    },
  );

  test('takes no id of another company in its body or query', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    const theirs = await sampleOf(route, foreign);
    for (const { path, id } of idsIn(theirs.body)) {
      const answer = await send(as.call, route, {
        ...sample,
        body: withValue(sample.body, path, id) as Record<string, unknown>,
      });
      expect([path.join('.'), answer.status]).toEqual([
        path.join('.'),
        expect.toSatisfy((status: number) => [400, 404, 422].includes(status)),
      ]);
    }
    for (const { path, id } of idsIn(theirs.query)) {
      const query = { [String(path[0])]: id };
      const { status, body } = await send(as.call, route, { ...sample, query });
      expect([status, body.items]).toEqual([200, []]);
    }
  });

  test('names every field that it refuses', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    const inPath = new Set(pathParameters(route.path));
    const where = inQuery(route) ? 'query' : 'body';
    for (const { path, value, why } of badValues(input, { inQuery: inQuery(route) })) {
      if (inPath.has(String(path[0]))) {
        continue;
      }
      const bad = withValue(sample[where], path, where === 'query' ? inUrl(value) : value);
      const answer = await send(as.call, route, { ...sample, [where]: bad });
      expect([path.join('.'), why, answer.status, fieldsOf(answer)]).toEqual([
        path.join('.'),
        why,
        400,
        expect.arrayContaining([expect.stringMatching(new RegExp(`^${path[0]}(\\.|$)`))]),
      ]);
    }
  });

  test.runIf(!openToAnyField.has(name))('refuses a field that it does not know', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    const where = inQuery(route) ? 'query' : 'body';
    const part = sample[where];
    const whole = typeof part === 'string' ? {} : part;
    const answer = await send(as.call, route, { ...sample, [where]: { ...whole, surprise: '1' } });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['surprise']]);
  });

  test('survives what is no id in its address', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    for (const parameter of pathParameters(route.path)) {
      for (const odd of ['nonsense', '\0', '../..', '0', '9'.repeat(30), 'a'.repeat(600), "'--"]) {
        const path = { ...sample.path, [parameter]: odd };
        const { status } = await send(as.call, route, { ...sample, path });
        expect([odd, status]).toEqual([
          odd,
          expect.toSatisfy((one: number) => [400, 404, 414].includes(one)),
        ]);
      }
    }
  });

  test.runIf(!inQuery(route))('refuses what is not a JSON object', async () => {
    const { as = own.administrator, ...sample } = await sampleOf(route, own);
    const json = { 'content-type': 'application/json' };
    for (const [body, headers] of [
      ['{"a":', json],
      ['[]', json],
      ['"text"', json],
      ['7', json],
      ['{"__proto__": {"admin": true}}', json],
      ['{"constructor": {"prototype": {"admin": true}}}', json],
      ['\ufeff{]', json],
      ['a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
      ['<a/>', { 'content-type': 'text/xml' }],
      ['text', { 'content-type': 'text/plain' }],
    ] as const) {
      const answer = await send(as.call, route, { ...sample, body, headers });
      const status = headers === json ? 400 : 415;
      expect([body, answer.status]).toEqual([body, status]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    const huge = `{"a":"${'a'.repeat(3_000_000)}"}`;
    const answer = await send(as.call, route, { ...sample, body: huge, headers: json });
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
  });
});

const inUrl = (value: unknown) =>
  typeof value === 'string' || value === undefined ? value : JSON.stringify(value);

const fieldsOf = ({ body }: Answer): string[] =>
  ((body?.errors ?? []) as { field: string }[]).map(({ field }) => field);
