import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cookieFor,
  cookieIn,
  openHarness,
  setupAnswers,
  type Caller,
  type Harness,
} from './test-harness.ts';

const { email, password } = setupAnswers.administrator;
const strong = 'сирень у колодца';
let h: Harness;
let admin: Caller;
let roles: Record<string, string>;

beforeAll(async () => {
  h = await openHarness();
  admin = h.as(cookieIn(await h.call('POST', '/setup', setupAnswers)));
  const { items } = (await admin('GET', '/roles')).body as { items: { id: string; key: string }[] };
  roles = Object.fromEntries(items.map(({ id, key }) => [key, id]));
});
afterAll(() => h.close());

let number = 0;
async function add(roleId = roles['agent'], more: object = {}) {
  number += 1;
  const address = `person${number}@romashka.ru`;
  const body = {
    name: `Person ${number}`,
    email: address,
    roleId,
    teamIds: [],
    password: strong,
    ...more,
  };
  const { status, body: user } = await admin('POST', '/users', body);
  expect(status).toBe(201);
  return { ...user, as: h.as(await cookieFor(h, user.email, strong)) };
}

const patch = (who: Caller, path: string, body: object) => who('PATCH', path, body);

test('somebody who is added signs in and may do what the role says', async () => {
  const agent = await add();
  expect(agent).toMatchObject({
    role: { name: 'Сотрудник' },
    teams: [],
    active: true,
    locale: 'ru',
    version: 1,
  });
  const { permissions } = (await agent.as('GET', '/session')).body;
  expect(permissions).toContain('ticket.reply');
  expect(permissions).not.toContain('ticket.delete');
  const refused = await agent.as('GET', '/audit');
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    403,
    'permission.missing',
    'audit.read',
  ]);
});

test('an address belongs to one person, however it is typed', async () => {
  const body = {
    name: 'X',
    email: email.toUpperCase(),
    roleId: roles['agent'],
    teamIds: [],
    password: strong,
  };
  const { status, body: problem } = await admin('POST', '/users', body);
  expect([status, problem.code, problem.field]).toEqual([409, 'user.email_taken', 'email']);
});

test.each([
  [{ roleId: 'x' }, 'roleId', 'not_uuid'],
  [{ roleId: '00000000-0000-7000-8000-000000000000' }, 'roleId', 'unknown'],
  [{ teamIds: ['00000000-0000-7000-8000-000000000000'] }, 'teamIds', 'unknown'],
  [{ password: 'romashka' }, 'password', 'too_common'],
  [{ name: '   ' }, 'name', 'too_short'],
  [{ name: 'я'.repeat(201) }, 'name', 'too_long'],
])('a wrong field of a new person is named: %#', async (wrong, field, code) => {
  const body = { name: 'X', email: 'x@y.ru', roleId: roles['agent'], password: strong, ...wrong };
  const answer = await admin('POST', '/users', {
    ...body,
    ...(field === 'password' && { password: '12345678' }),
  });
  expect([answer.status, answer.body.errors]).toEqual([400, [{ field, code }]]);
});

test('adding is repeated safely: the same key gives the same person, whatever salt the hash has', async () => {
  const body = {
    name: 'Once',
    email: 'once@romashka.ru',
    roleId: roles['agent'],
    password: strong,
  };
  const key = { 'idempotency-key': 'add-once' };
  const [first, second] = [
    await admin('POST', '/users', body, key),
    await admin('POST', '/users', body, key),
  ];
  expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  const other = await admin('POST', '/users', { ...body, name: 'Other' }, key);
  expect(other.body.code).toBe('idempotency.key_reused');
});

test('an edit of what somebody else has changed meanwhile is refused', async () => {
  const { id } = await add();
  expect((await patch(admin, `/users/${id}`, { version: 1, name: 'New name' })).body).toMatchObject(
    { name: 'New name', version: 2 },
  );
  const late = await patch(admin, `/users/${id}`, { version: 1, name: 'Late name' });
  expect([late.status, late.body.code]).toEqual([409, 'version.conflict']);
});

test('a deactivated person is out at once, here and in another process, with sessions and tokens', async () => {
  const second = await h.second();
  second.identity.listen();
  await new Promise((done) => setTimeout(done, 300));
  const agent = await add();
  const cookie = await cookieFor(h, agent.email, strong);
  const { token } = (await agent.as('POST', '/tokens', { name: 'Bot', scopes: ['ticket.read'] }))
    .body;
  expect((await second.as(cookie)('GET', '/session')).status).toBe(200);
  expect((await h.as(token)('GET', '/session')).status).toBe(200);
  const { body } = await patch(admin, `/users/${agent.id}`, { version: 1, active: false });
  expect(body.active).toBe(false);
  expect((await h.as(cookie)('GET', '/session')).status).toBe(401);
  expect((await h.as(token)('GET', '/session')).status).toBe(401);
  await expect
    .poll(async () => (await second.as(cookie)('GET', '/session')).status, { timeout: 1_500 })
    .toBe(401);
  expect(
    (await h.call('POST', '/session', { email: agent.email, password: strong })).body.code,
  ).toBe('session.wrong_credentials');
  await second.identity.close();
  await second.http.close();
});

test('the last administrator can neither go nor be demoted, even when two try at once', async () => {
  const { user } = (await admin('GET', '/session')).body;
  const alone = await patch(admin, `/users/${user.id}`, { version: 1, roleId: roles['agent'] });
  expect([alone.status, alone.body.code]).toEqual([422, 'user.last_administrator']);
  expect((await patch(admin, `/users/${user.id}`, { version: 1, active: false })).body.code).toBe(
    'user.last_administrator',
  );
  const second = await add(roles['administrator']);
  const both = await Promise.all([
    patch(admin, `/users/${second.id}`, { version: 1, roleId: roles['agent'] }),
    patch(second.as, `/users/${user.id}`, { version: 1, roleId: roles['agent'] }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const stays = both[0]?.status === 200 ? admin : second.as;
  const { items } = (await stays('GET', '/users?limit=200')).body;
  const gone = items.find(
    (each: { id: string }) => each.id === (stays === admin ? second.id : user.id),
  );
  await patch(stays, `/users/${gone.id}`, {
    version: gone.version,
    roleId: roles['administrator'],
  });
});

test('nobody gives away, or takes hold of, more than they hold', async () => {
  const hr = (
    await admin('POST', '/roles', {
      name: 'Кадры',
      permissions: ['user.read', 'user.change', 'role.change'],
    })
  ).body;
  const clerk = await add(hr.id);
  const raised = await patch(clerk.as, `/users/${clerk.id}`, {
    version: 1,
    roleId: roles['administrator'],
  });
  expect([raised.status, raised.body.code]).toEqual([403, 'role.beyond_own']);
  const { user } = (await admin('GET', '/session')).body;
  const { items } = (await admin('GET', '/users?q=anna')).body;
  const taken = await patch(clerk.as, `/users/${user.id}`, {
    version: items[0].version,
    password: 'taken over by me',
  });
  expect([taken.status, taken.body.code]).toEqual([403, 'user.beyond_own']);
  const widened = await patch(clerk.as, `/roles/${hr.id}`, {
    version: 1,
    permissions: [...hr.permissions, 'ticket.delete'],
  });
  expect([widened.status, widened.body.code]).toEqual([403, 'role.beyond_own']);
  expect(
    (await clerk.as('POST', '/roles', { name: 'Все', permissions: ['workspace.change'] })).body
      .code,
  ).toBe('role.beyond_own');
  const token = await clerk.as('POST', '/tokens', { name: 'T', scopes: ['ticket.delete'] });
  expect(token.body.code).toBe('permission.missing');
});

test('a change of a role counts with the next request', async () => {
  const role = (
    await admin('POST', '/roles', { name: 'Стажёр', permissions: ['user.read'], scope: 'teams' })
  ).body;
  const trainee = await add(role.id);
  expect((await trainee.as('GET', '/users')).status).toBe(200);
  const change = await patch(admin, `/roles/${role.id}`, {
    version: 1,
    permissions: ['ticket.read'],
  });
  expect(change.body).toMatchObject({ permissions: ['ticket.read'], scope: 'teams', version: 2 });
  expect((await trainee.as('GET', '/users')).status).toBe(403);
  expect((await admin('DELETE', `/roles/${role.id}`)).body.code).toBe('role.in_use');
  await patch(admin, `/users/${trainee.id}`, { version: 1, roleId: roles['observer'] });
  expect((await admin('DELETE', `/roles/${role.id}`)).status).toBe(204);
});

test('built-in roles are what they are; only how far they see can be chosen', async () => {
  const refuse = async (key: string, body: object) =>
    (await patch(admin, `/roles/${roles[key]}`, { version: 1, ...body })).body.code as string;
  expect(await refuse('agent', { name: 'X' })).toBe('role.built_in');
  expect(await refuse('agent', { permissions: [] })).toBe('role.built_in');
  expect(await refuse('administrator', { scope: 'teams' })).toBe('role.built_in');
  expect((await admin('DELETE', `/roles/${roles['agent']}`)).body.code).toBe('role.built_in');
  expect(
    (await patch(admin, `/roles/${roles['lead']}`, { version: 1, scope: 'teams' })).body.scope,
  ).toBe('teams');
  const unknown = await admin('POST', '/roles', { name: 'Y', permissions: ['ticket.fly'] });
  expect(unknown.body.errors).toEqual([{ field: 'permissions', code: 'unknown' }]);
});

test('a team has members, and its people know their teams', async () => {
  const [one, two] = [await add(), await add()];
  const made = await admin('POST', '/teams', { name: 'Первая линия', memberIds: [one.id, one.id] });
  expect([made.status, made.body]).toMatchObject([
    201,
    { name: 'Первая линия', members: [{ id: one.id }], version: 1 },
  ]);
  expect((await admin('POST', '/teams', { name: 'первая ЛИНИЯ', memberIds: [] })).body.code).toBe(
    'team.name_taken',
  );
  const { id } = made.body;
  const changed = await patch(admin, `/teams/${id}`, { version: 1, memberIds: [one.id, two.id] });
  expect(changed.body.members).toHaveLength(2);
  expect((await patch(admin, `/teams/${id}`, { version: 1, name: 'X' })).body.code).toBe(
    'version.conflict',
  );
  const { items } = (await admin('GET', `/users?team=${id}`)).body;
  expect(items.map((each: { teams: unknown }) => each.teams)).toEqual([
    [{ id, name: 'Первая линия' }],
    [{ id, name: 'Первая линия' }],
  ]);
  expect((await admin('DELETE', `/teams/${id}`)).status).toBe(204);
  expect((await admin('DELETE', `/teams/${id}`)).body.code).toBe('team.not_found');
});

test('lists go page by page and lose nobody', async () => {
  const names: string[] = [];
  let after = '';
  do {
    const { body } = await admin('GET', `/users?limit=3${after && `&after=${after}`}`);
    names.push(...body.items.map((each: { name: string }) => each.name));
    after = body.next ?? '';
  } while (after);
  const whole = (await admin('GET', '/users?limit=200')).body.items.map(
    (each: { name: string }) => each.name,
  );
  expect(names).toEqual(whole);
  expect((await admin('GET', '/users?after=rubbish')).body.errors).toEqual([
    { field: 'after', code: 'not_a_cursor' },
  ]);
});

test('a new password of one’s own needs the old one and ends the other sessions', async () => {
  const agent = await add();
  const elsewhere = h.as(await cookieFor(h, agent.email, strong));
  const wrong = await agent.as('PUT', '/me/password', {
    current: 'not mine',
    next: 'медведь на опушке',
  });
  expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([
    422,
    'password.wrong',
    'current',
  ]);
  const weak = await agent.as('PUT', '/me/password', { current: strong, next: '12345678' });
  expect(weak.body.errors).toEqual([{ field: 'next', code: 'too_common' }]);
  expect(
    (await agent.as('PUT', '/me/password', { current: strong, next: 'медведь на опушке' })).status,
  ).toBe(204);
  expect((await elsewhere('GET', '/session')).status).toBe(401);
  expect((await agent.as('GET', '/session')).status).toBe(200);
  expect((await h.call('POST', '/session', { email: agent.email, password: strong })).status).toBe(
    401,
  );
});

test('every change of a setting is in the audit log with before and after', async () => {
  await patch(admin, '/me', { locale: 'en' });
  const { version } = (await admin('GET', '/workspace')).body;
  await patch(admin, '/workspace', { version, timeZone: 'Asia/Yekaterinburg', answersPerHour: 3 });
  const { items } = (await admin('GET', '/audit?limit=2')).body;
  expect(items).toMatchObject([
    {
      action: 'workspace.changed',
      before: { timeZone: 'Europe/Moscow', answersPerHour: 10 },
      after: { timeZone: 'Asia/Yekaterinburg', answersPerHour: 3 },
    },
    { action: 'user.changed', before: { locale: 'ru' }, after: { locale: 'en' } },
  ]);
  const all = JSON.stringify((await admin('GET', '/audit?limit=200')).body);
  expect(all).not.toContain(strong);
  expect(all).not.toContain(password);
  expect(all).not.toContain('argon2');
});
