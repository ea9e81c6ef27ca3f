import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../kernel/log.ts';
import type { Company } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { openDue } from '../recurring/watch-recurrences.ts';
import { openKnownRules } from '../rules/known-rules.ts';
import { startRuleTimers } from '../rules/timers/rule-timers.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Made = { readonly id: string };
const add = async ({ administrator }: Company, at: `POST /${string}`, body: object) => {
  const answer = await administrator.call(at, body);
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body as Made;
};
const remove = async ({ administrator }: Company, path: `/${string}`): Promise<string> => {
  const { status, body } = await administrator.call(`DELETE ${path}`);
  expect(status).toBe(200);
  return body.removalId as string;
};
const restore = ({ administrator }: Company, removalId: string) =>
  administrator.call(`POST /removals/${removalId}/restore`);
const refusal = (code: string) => ({ status: 409, body: { code } });

let opened = 0;
const open = (company: Company, parts: object = {}) => {
  opened += 1;
  const requester = { email: `c${opened}@acme.test`, name: 'C' };
  return add(company, 'POST /tickets', { subject: 'Fire', body: 'Fire', requester, ...parts });
};
const ticket = async ({ administrator }: Company, { id }: Made) =>
  (await administrator.call(`GET /tickets/${id}`)).body;

const newRule = (parts: object = {}) => ({
  name: 'Urgent fires',
  trigger: { on: ['opened'] },
  condition: { all: [] },
  actions: [{ kind: 'priority', value: 'urgent' }],
  ...parts,
});
/** Every process forgets what it knew a moment after the commit. */
const priorityOfNext = async (company: Company) =>
  (await ticket(company, await open(company))).priority;
const becomes = (company: Company, priority: string) =>
  expect.poll(() => priorityOfNext(company), { timeout: 5_000, interval: 30 }).toBe(priority);

test('a rule does not act while it is away, and acts again when it is back', async () => {
  const company = await world.found();
  const { id } = await add(company, 'POST /rules', newRule());
  await becomes(company, 'urgent');
  const removalId = await remove(company, `/rules/${id}`);
  await becomes(company, 'normal');
  await restore(company, removalId);
  await becomes(company, 'urgent');
});

test('a rule of time does not act a second time on what it has acted on, and counts on for the rest', async () => {
  const company = await world.found();
  const { id } = await add(
    company,
    'POST /rules',
    newRule({
      trigger: { since: 'opened', minutes: 60 },
      actions: [{ kind: 'note', text: 'Old' }],
    }),
  );
  const known = openKnownRules(world.db);
  const { db, clock } = world;
  const parts = { db, clock: clock.now, log: silentLog, known, executor: world.app.executor };
  const timers = startRuleTimers({ ...parts, contributions: () => [], restMs: () => 0 });
  const first = await open(company);
  clock.move({ hours: 2 });
  const acted = async () =>
    (
      await world.admin.query<{ ticket_id: string }>(
        'select ticket_id from rule_timer where workspace_id = $1 order by ticket_id',
        [company.id],
      )
    ).rows.map((row) => row.ticket_id);
  const notesIn = async ({ id: ticketId }: Made) =>
    (await world.admin.query('select 1 from rule_effect where ticket_id = $1', [ticketId]))
      .rowCount;
  await timers.look();
  expect(await acted()).toEqual([first.id]);
  expect(await notesIn(first)).toBe(1);
  const removalId = await remove(company, `/rules/${id}`);
  const second = await open(company);
  clock.move({ hours: 2 });
  await restore(company, removalId);
  await known.close();
  await timers.stop();
  const again = startRuleTimers({ ...parts, known: openKnownRules(db), contributions: () => [] });
  await again.look();
  await again.stop();
  expect(await acted()).toEqual([first.id, second.id]);
  expect(await notesIn(first)).toBe(1);
});

test('clocks of an SLA policy go with it and come back with it', async () => {
  const company = await world.found();
  const { id } = await add(company, 'POST /sla-policies', {
    name: 'An hour',
    terms: { targets: { resolution: { minutes: 60 } } },
  });
  const due = async (made: Made) => (await ticket(company, made)).resolutionDueAt;
  await expect.poll(async () => due(await open(company)), { timeout: 5_000 }).not.toBeNull();
  const made = await open(company);
  const promised = await due(made);
  const removalId = await remove(company, `/sla-policies/${id}`);
  await world.settle();
  expect(await due(made)).toBeNull();
  await restore(company, removalId);
  await world.settle();
  expect(await due(made)).toBe(promised);
});

test('a schedule opens nothing while it is away, and nothing of what it has missed', async () => {
  const company = await world.found();
  const person = await add(company, 'POST /people', { name: 'P', email: 'p@acme.test' });
  const template = {
    name: 'Backups',
    subject: 'Look',
    body: 'At the backups',
    requesterId: person.id,
  };
  const { id: templateId } = await add(company, 'POST /ticket-templates', template);
  const day = { rrule: 'FREQ=DAILY', from: '2026-01-01', at: '08:00', zone: 'UTC', missed: 'all' };
  await add(company, 'POST /recurrences', { ...day, templateId });
  const removalId = await remove(company, `/ticket-templates/${templateId}`);
  world.clock.move({ days: 5 });
  await restore(company, removalId);
  const { db, clock, app } = world;
  const parts = { db, clock: clock.now, log: silentLog, executor: app.executor };
  await openDue(parts, company.id);
  const { items } = (await company.administrator.call('GET /recurrences')).body;
  expect(Date.parse(items[0].nextAt)).toBeGreaterThan(clock.now().getTime());
  expect((await company.administrator.call('GET /tickets')).body.items).toEqual([]);
});

test('what it needs is named, its name and its key have to be free, and there has to be room', async () => {
  const company = await world.found();
  const { administrator } = company;
  const text = { en: { body: 'Hello' } };
  const { id: templateId } = await add(company, 'POST /templates', { name: 'Hello', text });
  const macro = { name: 'Greets', acts: { answerTemplateId: templateId }, digit: 1 };
  const { id: macroId } = await add(company, 'POST /macros', macro);
  expect((await administrator.call(`DELETE /templates/${templateId}`)).body.code).toBe(
    'template.in_macro',
  );
  const macroAway = await remove(company, `/macros/${macroId}`);
  const templateAway = await remove(company, `/templates/${templateId}`);
  expect(await restore(company, macroAway)).toMatchObject({
    status: 409,
    body: { code: 'removal.names_removed', detail: 'Hello' },
  });
  const { id: taken } = await add(company, 'POST /templates', { name: 'hello', text });
  expect(await restore(company, templateAway)).toMatchObject(refusal('removal.name_taken'));
  await administrator.call(`PATCH /templates/${taken}`, { name: 'Another' });
  expect((await restore(company, templateAway)).status).toBe(200);
  await add(company, 'POST /macros', { name: 'First', acts: { addTags: ['a'] }, digit: 1 });
  expect(await restore(company, macroAway)).toMatchObject(refusal('removal.place_taken'));

  const { id: skillId } = await add(company, 'POST /skills', { name: 'SQL' });
  const { id: teamId } = await company.team('Line');
  const steps = [{ teamId, way: 'round_robin' }];
  const routing = {
    name: 'To SQL',
    condition: { all: [] },
    skills: [{ skillId, level: 1 }],
    steps,
  };
  const { id: ruleId } = await add(company, 'POST /routing-rules', routing);
  const ruleAway = await remove(company, `/routing-rules/${ruleId}`);
  const skillAway = await remove(company, `/skills/${skillId}`);
  expect(await restore(company, ruleAway)).toMatchObject(refusal('removal.names_gone'));
  expect((await restore(company, skillAway)).status).toBe(200);
  expect((await restore(company, ruleAway)).status).toBe(200);

  const { id: full } = await add(company, 'POST /rules', newRule());
  const away = await remove(company, `/rules/${full}`);
  await world.admin.query(
    `insert into rule (workspace_id, id, name, enabled, position, trigger, condition, actions, created_at, changed_at, changed_by_name)
     select $1, gen_random_uuid(), 'R', false, n, '{}', '{}', '[]', now(), now(), '' from generate_series(1, 200) n`,
    [company.id],
  );
  expect((await restore(company, away)).body.code).toBe('rule.too_many');
});

test('a field comes back although another had its name meanwhile, and a category that is back already is no removal', async () => {
  const company = await world.found();
  const serial = { name: 'serial', kind: 'text', label: 'Serial' };
  const first = await add(company, 'POST /fields', serial);
  const away = await remove(company, `/fields/${first.id}`);
  const second = await add(company, 'POST /fields', { ...serial, label: 'Other' });
  expect(await restore(company, away)).toMatchObject(refusal('removal.name_taken'));
  await remove(company, `/fields/${second.id}`);
  expect((await restore(company, away)).status).toBe(200);
  const { items } = (await company.administrator.call('GET /fields')).body;
  expect(items).toMatchObject([{ id: first.id, label: 'Serial' }]);

  const { id } = await add(company, 'POST /categories', { name: 'Desks' });
  const categoryAway = await remove(company, `/categories/${id}`);
  await company.administrator.call(`PATCH /categories/${id}`, { archived: false });
  expect((await restore(company, categoryAway)).status).toBe(404);
});
