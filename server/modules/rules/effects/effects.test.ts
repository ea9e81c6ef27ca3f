import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import type { Company } from '../../../test/company.ts';
import { silentLog } from '../../../kernel/log.ts';
import { openSecrets } from '../../../kernel/secrets/secrets.ts';
import { openRules } from '../test-harness.ts';
import { runOwnEffects, runWebhooks } from './run-effects.ts';

const { world, saved, open, messages } = await openRules();
const secrets = await openSecrets(world.dataDir);
afterAll(() => world.close());

const parts = () => ({
  db: world.db,
  executor: () => world.app.executor,
  log: silentLog,
  secrets,
  webhookReach: { allowPrivate: true, isAllowed: () => true },
});
const jobOf = (company: Company, effectId: string) => ({
  id: effectId,
  workspaceId: company.id,
  payload: { effectId },
  signal: AbortSignal.timeout(10_000),
});

describe('what a rule does beside changing the ticket', () => {
  test('is written once, calls colleagues, and calls no rule again', async () => {
    const company = await world.found();
    const ann = await company.hire('agent');
    await saved(company, {
      trigger: { on: ['opened', 'noted'] },
      condition: { all: [] },
      actions: [{ kind: 'notify', userIds: [ann.id], assignee: false, text: 'Look at this' }],
    });
    const ticket = await open(company);
    await world.settle();
    const notices = async () => (await ann.call('GET /notices')).body.items;
    await expect.poll(notices, { timeout: 5_000 }).toMatchObject([
      {
        kind: 'rule',
        ticket: { id: ticket.id },
        preview: 'Look at this',
        actor: { name: 'Fires first' },
      },
    ]);
    const effects = await company.administrator.call('GET /rules/effects');
    expect(effects.body.items).toMatchObject([{ state: 'done' }]);
    // The job of a process that died after its work.
    await runOwnEffects(parts()).run(jobOf(company, effects.body.items[0].id));
    expect(await world.events(company, { name: 'ticket.notified-by-rule' })).toHaveLength(1);
  });

  test('answers from a template, but no program', async () => {
    const company = await world.found();
    const template = await company.administrator.call('POST /templates', {
      name: 'Got it',
      text: { en: { body: 'We have it, {{ customer.first_name }}' } },
    });
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'reply', templateId: template.body.id }],
    });
    const ticket = await open(company, {
      requester: { email: 'rita@acme.test', name: 'Rita Orlova' },
    });
    await world.settle();
    const [, reply] = await messages(company, ticket.id);
    expect(reply).toMatchObject({
      visibility: 'public',
      text: expect.stringContaining('We have it, Rita'),
    });
    await world.mail(
      company,
      'From: robot@acme.test\r\nTo: support@localhost\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away\r\n',
    );
    const { body } = await company.administrator.call('GET /rules/effects');
    expect(body.items).toHaveLength(1);
  });

  test('that cannot be done is listed, and can be tried again', async () => {
    const company = await world.found();
    const stranger = await company.hire({ permissions: ['ticket.read'], scope: 'teams' });
    const team = await company.team('Secret');
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'notify', userIds: [stranger.id], assignee: false, text: 'Look' }],
    });
    const ticket = await open(company, { teamId: team.id });
    await world.settle();
    const { call } = company.administrator;
    const failed = await call('GET /rules/effects?state=failed');
    expect(failed.body.items).toMatchObject([
      { problem: 'mention.cannot_see', ticketId: ticket.id },
    ]);
    expect((await call('GET /rules')).body.items[0].failedEffects).toBe(1);
    await call(`PATCH /tickets/${ticket.id}`, { teamId: null });
    const id = failed.body.items[0].id;
    expect((await call(`POST /rules/effects/${id}/replay`)).status).toBe(200);
    await world.settle();
    expect((await call('GET /rules/effects')).body.items).toMatchObject([{ state: 'done' }]);
    expect((await call(`POST /rules/effects/${id}/replay`)).status).toBe(409);
  });

  test('calls a webhook that is signed, again until it answers', async () => {
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(got.length === 1 ? 500 : 204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const company = await world.found();
    const { call } = company.administrator;
    const { secret } = (await call('POST /rules/secret')).body;
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'webhook', url: `http://127.0.0.1:${port}/hook` }],
    });
    const ticket = await open(company);
    const { rows } = await world.admin.query('select id from rule_effect where workspace_id = $1', [
      company.id,
    ]);
    const job = jobOf(company, rows[0].id);
    // The worker of this world may not reach our own machine, as nobody may.
    await world.settle();
    expect((await call('GET /rules/effects')).body.items).toMatchObject([
      { state: 'failed', problem: expect.stringMatching(/^outside\./) },
    ]);
    await world.admin.query(
      `update rule_effect set state = 'queued', attempts = 0 where workspace_id = $1`,
      [company.id],
    );
    await expect(runWebhooks(parts()).run(job)).rejects.toThrow('500');
    expect((await call('GET /rules/effects')).body.items).toMatchObject([
      { state: 'queued', attempts: 1, problem: 'http.500' },
    ]);
    await runWebhooks(parts()).run(job);
    await runWebhooks(parts()).run(job);
    server.close();
    expect(got).toHaveLength(2);
    const { headers, body } = got[1] as (typeof got)[number];
    const signed = `${String(headers['x-otklik-timestamp'])}.${body}`;
    expect(headers['x-otklik-signature']).toBe(
      `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      ticket: { id: ticket.id },
      rule: { name: 'Fires first' },
    });
  });
});
