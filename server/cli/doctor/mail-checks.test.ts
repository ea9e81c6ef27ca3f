import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config.ts';
import { createEmptyDatabase } from '../../test/database.ts';
import { openWorld, type World } from '../../test/world.ts';
import { diagnose } from '../doctor.ts';
import type { DoctorCheck } from './check.ts';
import { mailChecks } from './mail-checks.ts';
import { noticeChecks } from './notice-checks.ts';
import { ruleChecks } from './rule-checks.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function said(
  url = world.databaseUrl,
  checks: readonly DoctorCheck[] = mailChecks,
): Promise<string[]> {
  const env = {
    OTKLIK_DATA_DIR: world.dataDir,
    DATABASE_URL: url,
    OTKLIK_PORT: '0',
    OTKLIK_SMTP_PORT: '0',
  };
  const diagnoses = await diagnose(readConfig(env), checks);
  return diagnoses
    .filter(({ check }) => checks.includes(check))
    .flatMap(({ check, findings }) =>
      findings.map(({ level, words }) => `${level} ${check.name.en}: ${words.en}`),
    );
}

test('the doctor says how every mailbox fares, and which letters wait for somebody', async () => {
  const { administrator, id } = await world.found();
  const imap = { host: 'imap.own.test', port: 993, security: 'tls', password: 'p' };
  const { body } = await administrator.call('POST /channels', {
    kind: 'email',
    name: 'Help',
    address: 'help@own.test',
    settings: { imap },
  });
  expect(await said()).toEqual([
    'warn Mailboxes: help@own.test: not being read now; is Otklik running?',
    'ok Mailboxes: support@localhost: takes letters handed over by SMTP',
    'ok Letters: 0 on their way out',
  ]);
  await world.admin.query(
    `update channel_state set state = 'error', code = 'wrong_password', detail = 'Invalid credentials',
       import = '{"state": "failed", "code": "wrong_password"}' where channel_id = $1`,
    [body.id],
  );
  await world.admin.query(
    `insert into inbound (workspace_id, id, channel_id, external_id, state, raw, size, envelope, received_at, due_at)
     select $1, gen_random_uuid(), $2, 'x', 'quarantined', 'x', 1, '{}', now(), now()`,
    [id, body.id],
  );
  expect(await said()).toEqual([
    'bad Mailboxes: help@own.test: wrong_password: Invalid credentials; mend it under Settings → Mailboxes',
    'warn Mailboxes: help@own.test: the import of history has failed (wrong_password); it can be gone on with',
    'ok Mailboxes: support@localhost: takes letters handed over by SMTP',
    'warn Letters: 1 could not be taken in: look at them under Settings → Quarantine',
  ]);
  await administrator.call(`DELETE /channels/${body.id}`);
  expect((await said()).join()).not.toContain('help@own.test');
});

test('the doctor says what rules could not do, and what nobody works on', async () => {
  expect(await said(undefined, ruleChecks)).toContain('ok Rules: 0 acts on their way');
  const { id } = await world.found();
  await world.admin.query(
    `insert into rule_effect (workspace_id, id, rule_id, rule_name, rule_version, ticket_id, action, follows, state, created_at)
     select $1, gen_random_uuid(), gen_random_uuid(), 'x', 1, gen_random_uuid(), '{"kind": "webhook"}', '{}', state,
       now() - interval '5 hours' from unnest(array['failed', 'queued']) as state`,
    [id],
  );
  const found = (await said(undefined, ruleChecks)).join('\n');
  expect(found).toContain('warn Rules: 1 notes, answers, notices or webhooks of rules could not');
  expect(found).toContain('warn Rules: 1 acts of rules have waited for over four hours');
});

test('the doctor says which notifications reached nobody, and which nobody sends', async () => {
  expect(await said(undefined, noticeChecks)).toContain('ok Notifications: 0 on their way');
  const { id } = await world.found();
  await world.admin.query(
    `insert into notice_dispatch (workspace_id, id, way, user_id, kind, bucket, urgent, state, due_at, created_at)
     select $1, gen_random_uuid(), 'mail', gen_random_uuid(), 'notices', state, false, state,
       now() - interval '1 hour', now() - interval '1 hour' from unnest(array['failed', 'waiting', 'done']) as state`,
    [id],
  );
  const found = (await said(undefined, noticeChecks)).join('\n');
  expect(found).toContain('warn Notifications: 1 reached nobody');
  expect(found).toContain('warn Notifications: 1 have been due for over fifteen minutes');
});

test('before the first start there is no mail to look at', async () => {
  const empty = await createEmptyDatabase();
  expect(await said(empty.url)).toEqual([]);
  await empty.drop();
});
