import { created, fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

export const samplesOfCustomers: Readonly<Record<string, SampleOf>> = {
  'GET /people': ({ organization }) => ({ query: { organization } }),
  'POST /people': ({ organization }) => ({
    body: { name: 'Rita', contacts: [mailAddress()], organizationId: organization },
  }),
  'GET /people/:personId': ({ person }) => ({ path: { personId: person } }),
  'PATCH /people/:personId': ({ person, organization }) => ({
    path: { personId: person },
    body: { name: 'Rita', contacts: [mailAddress()], organizationId: organization },
  }),
  'GET /people/export': () => ({}),
  'GET /people/suggestions': () => ({ query: { q: 'rita' } }),
  'GET /people/duplicates': () => ({}),
  'GET /people/:personId/duplicates': ({ person }) => ({ path: { personId: person } }),
  'PUT /people/:personId/different/:otherId': async ({ administrator, person }) => ({
    path: { personId: person, otherId: await somebody(administrator) },
  }),
  'DELETE /people/:personId/different/:otherId': async ({ administrator, person }) => {
    const otherId = await somebody(administrator);
    await administrator.call(`PUT /people/${person}/different/${otherId}`);
    return { path: { personId: person, otherId } };
  },
  'GET /people/:personId/merges': ({ person }) => ({ path: { personId: person } }),
  'POST /people/:personId/merges': async ({ administrator, person }) => ({
    path: { personId: person },
    body: { otherId: await somebody(administrator) },
  }),
  'DELETE /people/:personId/merges/:mergeId': async ({ administrator, person }) => {
    const body = { otherId: await somebody(administrator) };
    const merge = await made(administrator, `POST /people/${person}/merges`, body);
    return { path: { personId: person, mergeId: merge.id } };
  },
  'GET /people/:personId/timeline': ({ person }) => ({ path: { personId: person } }),
  'GET /legal-entities': () => ({}),
  'POST /legal-entities': ({ organization }) => ({
    body: { organizationId: organization, kind: 'company', name: 'Works Ltd', inn: '7707083893' },
  }),
  'PATCH /legal-entities/:entityId': async ({ administrator }) => ({
    path: { entityId: (await made(administrator, 'POST /legal-entities', ownEntity)).id },
    body: { version: 1, name: 'Ours', kpp: '773601001', ogrn: '1027700132195' },
  }),
  'DELETE /legal-entities/:entityId': async ({ administrator }) => ({
    path: { entityId: (await made(administrator, 'POST /legal-entities', ownEntity)).id },
  }),
  'POST /organizations/:organizationId/branches': ({ organization }) => ({
    path: { organizationId: organization },
    body: { name: 'North', timeZone: 'Asia/Omsk' },
  }),
  'GET /branches': () => ({ query: { q: 'east' } }),
  'GET /branches/:branchId': async ({ administrator, organization }) => ({
    path: { branchId: await branchOf(administrator, organization) },
  }),
  'PATCH /branches/:branchId': async ({ administrator, organization }) => ({
    path: { branchId: await branchOf(administrator, organization) },
    body: { version: 1, name: 'South' },
  }),
  'DELETE /branches/:branchId': async ({ administrator, organization }) => ({
    path: { branchId: await branchOf(administrator, organization) },
  }),
  'GET /organizations': () => ({}),
  'POST /organizations': () => ({ body: { name: 'Works', domains: [`${fresh()}.test`] } }),
  'GET /organizations/:organizationId': ({ organization }) => ({
    path: { organizationId: organization },
  }),
  'PATCH /organizations/:organizationId': ({ organization }) => ({
    path: { organizationId: organization },
    body: { name: 'Works', domains: [`${fresh()}.test`], inn: '7707083893', note: 'Big' },
  }),
};

const mailAddress = () => ({ kind: 'email', value: `${fresh()}@person.test` });

type Asking = Things['administrator'];

async function made(by: Asking, at: `POST /${string}`, body: object): Promise<{ id: string }> {
  return { id: (await created(by.call(at, body))).id as string };
}

const ownEntity = { organizationId: null, kind: 'company', name: 'We' };

const somebody = async (by: Asking): Promise<string> =>
  (await made(by, 'POST /people', { name: `Person ${fresh()}` })).id;

const branchOf = async (by: Asking, organization: string): Promise<string> =>
  (await made(by, `POST /organizations/${organization}/branches`, { name: 'East' })).id;
