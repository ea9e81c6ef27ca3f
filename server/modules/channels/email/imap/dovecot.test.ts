import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Dovecot, dovecotProgram, startDovecot } from '../../../../test/mail/dovecot.ts';
import { letterText } from '../../../../test/mail/letters.ts';
import { importHistory } from './import-history.ts';
import { listFolders } from './list-folders.ts';
import type { MailboxState } from './mailbox-state.ts';
import { type OpenMailbox, openMailbox } from './open-mailbox.ts';
import { probeMailbox } from './probe-mailbox.ts';
import type { MailboxSettings } from './settings.ts';

const program = dovecotProgram();
if (program === null) {
  process.stderr.write(
    'A real Dovecot is not tried: install dovecot-imapd 2.3 (apt-get install dovecot-imapd).\n',
  );
}

describe.skipIf(program === null)('a real Dovecot', () => {
  let server: Dovecot;
  const open: OpenMailbox[] = [];
  beforeAll(async () => {
    server = await startDovecot(program ?? '');
  });
  afterEach(() => Promise.all(open.splice(0).map((mailbox) => mailbox.stop())));
  afterAll(() => server.close());

  const settings = (user: string): MailboxSettings => ({
    host: server.host,
    port: server.port,
    security: 'none',
    user,
    secret: { kind: 'password', password: server.password },
    afterwards: { kind: 'move', folder: 'Обработано/2026' },
  });

  async function withClient<T>(user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { host, port, password } = server;
    const client = new ImapFlow({
      host,
      port,
      secure: false,
      auth: { user, pass: password },
      logger: false,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  const deliver = (user: string, id: string, at = new Date()): Promise<unknown> =>
    withClient(user, (client) => client.append('INBOX', letterText(id), [], at));

  function serve(
    user: string,
    state: { kept: MailboxState | null } = { kept: null },
  ): { mailbox: OpenMailbox; got: string[] } {
    const got: string[] = [];
    const mailbox = openMailbox(settings(user), {
      loadState: async () => state.kept,
      saveState: async (saved) => void (state.kept = saved),
      receive: async ({ raw }) => void got.push(/Question (.*)\r/.exec(raw.toString())?.[1] ?? ''),
    });
    open.push(mailbox);
    return { mailbox, got };
  }

  test('a letter is pushed within two seconds, moved away, and comes once', async () => {
    const { mailbox, got } = serve('pushed');
    await expect
      .poll(() => mailbox.status, { timeout: 5000 })
      .toEqual({ kind: 'live', mode: 'idle' });
    const sentAt = Date.now();
    await deliver('pushed', 'one');
    await expect.poll(() => got, { timeout: 2000, interval: 20 }).toEqual(['one']);
    expect(Date.now() - sentAt).toBeLessThan(2000);
    await expect
      .poll(
        () =>
          withClient('pushed', (client) => client.status('Обработано/2026', { messages: true })),
        { timeout: 5000 },
      )
      .toMatchObject({ messages: 1 });
  });

  test('a server that dies is found again, and nothing is lost or doubled', async () => {
    const { mailbox, got } = serve('reborn');
    await expect.poll(() => mailbox.status.kind, { timeout: 5000 }).toBe('live');
    await deliver('reborn', 'before');
    await expect.poll(() => got, { timeout: 3000 }).toEqual(['before']);
    await server.kill();
    await expect.poll(() => mailbox.status.kind, { timeout: 5000 }).toBe('waiting');
    await server.start();
    await deliver('reborn', 'after');
    await expect.poll(() => got, { timeout: 15_000 }).toEqual(['before', 'after']);
  }, 30_000);

  test('history comes by date, folders and the probe tell what there is', async () => {
    for (const day of [1, 2, 3, 4]) {
      await deliver('history', String(day), new Date(Date.UTC(2026, 2, day, 12)));
    }
    const got: string[] = [];
    const result = await importHistory(settings('history'), {
      since: new Date('2026-03-02T00:00:00Z'),
      until: new Date('2026-03-04T00:00:00Z'),
      cursor: null,
      signal: new AbortController().signal,
      receive: async ({ raw }) => void got.push(/Question (.*)\r/.exec(raw.toString())?.[1] ?? ''),
      onProgress: async () => undefined,
    });
    expect(result).toMatchObject({ kind: 'finished', cursor: { done: 2 } });
    expect(got).toEqual(['2', '3']);
    const everything = await importHistory(settings('history'), {
      since: new Date(0),
      until: new Date('2100-01-01'),
      cursor: null,
      signal: new AbortController().signal,
      receive: async () => undefined,
      onProgress: async () => undefined,
    });
    expect(everything).toMatchObject({ kind: 'finished', cursor: { done: 4 } });
    const folders = await listFolders(settings('history'));
    expect(folders.map(({ path, servable }) => [path, servable])).toEqual([
      ['INBOX', true],
      ['Sent', false],
    ]);
    const steps = await probeMailbox({ incoming: settings('history'), outgoing: null });
    expect(steps.map(({ step, code }) => `${step} ${code}`).join(', ')).toBe(
      'dns fine, connect fine, tls not_secret, sign_in fine, folder fine, idle fine',
    );
    const wrong = { ...settings('history'), secret: { kind: 'password', password: 'no' } } as const;
    expect((await probeMailbox({ incoming: wrong, outgoing: null })).at(-1)).toMatchObject({
      step: 'sign_in',
      code: 'wrong_password',
    });
  }, 20_000);
});
