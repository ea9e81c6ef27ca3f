import { expect } from 'vitest';
import { createApp, type App } from '../../app.ts';
import { openDatabase, type Database } from '../../kernel/database.ts';
import { openSecrets } from '../../kernel/secrets/secrets.ts';
import type { Log } from '../../kernel/log.ts';
import type { Caller } from '../../test/caller.ts';
import type { Company } from '../../test/company.ts';
import { startImapServer, type ImapFixture } from '../../test/mail/imap-server.ts';
import { startSmtpSink, type SmtpSink } from '../../test/mail/smtp-sink.ts';
import { openWorld, type World } from '../../test/world.ts';

/** A process of Otklik that serves mailboxes and takes letters in, beside the world's own that answers people. */
export type MailNode = {
  readonly app: App;
  readonly db: Database;
  readonly smtpPort: number;
  /** Everything it has logged, as text. */
  readonly said: () => string;
  /** Ends in good order. */
  stop(): Promise<void>;
  /** Every connection to the database breaks; new ones may be made. */
  cutOff(): Promise<void>;
  /** As by kill -9 for everybody else: connections to the database break for good, nothing is said. */
  die(): Promise<void>;
};

export type MailWorld = {
  readonly world: World;
  readonly company: Company;
  readonly call: Caller;
  readonly imap: ImapFixture;
  readonly smtp: SmtpSink;
  startNode(): Promise<MailNode>;
  /** Settings of the fixture's mailbox. */
  settings(more?: object): object;
  connect(more?: object): Promise<{ id: string; version: number }>;
  /** A channel as the API shows it. */
  channel(id: string): Promise<ShownChannel>;
  tickets(): Promise<ShownTicket[]>;
  close(): Promise<void>;
};

export type ShownChannel = {
  id: string;
  active: boolean;
  version: number;
  status: {
    state: string;
    code: string | null;
    detail: string | null;
    lastLetterAt: string | null;
  };
  import: { state: string; done: number; total: number | null; code: string | null } | null;
};

export type ShownTicket = {
  id: string;
  subject: string;
  status: string;
  createdAt: string;
  messageCount: number;
  requester: { email: string | null };
};

export const address = 'support@own.test';

export async function openMailWorld(): Promise<MailWorld> {
  const world = await openWorld();
  const company = await world.found();
  const { call } = company.administrator;
  const passwords = { [address]: 'secret', 'other@own.test': 'secret' };
  const imap = await startImapServer({ passwords });
  const smtp = await startSmtpSink({ passwords });
  const nodes: MailNode[] = [];
  const server = { security: 'none', user: address, password: 'secret' };

  const settings = (more = {}) => ({
    imap: { ...server, host: imap.host, port: imap.port },
    smtp: { ...server, host: smtp.host, port: smtp.port },
    ...more,
  });
  return {
    world,
    company,
    call,
    imap,
    smtp,
    settings,
    async startNode() {
      const node = await startNode(world);
      nodes.push(node);
      return node;
    },
    async connect(more = {}) {
      const answer = await call('POST /channels', {
        kind: 'email',
        name: 'Support',
        address,
        settings: settings(),
        ...more,
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body as { id: string; version: number };
    },
    channel: async (id) => (await call(`GET /channels/${id}`)).body as ShownChannel,
    tickets: async () => (await call('GET /tickets?limit=100')).body.items as ShownTicket[],
    async close() {
      await Promise.all(nodes.map((node) => node.stop()));
      await imap.close();
      await smtp.close();
      await world.close();
    },
  };
}

let nodesStarted = 0;

async function startNode(world: World): Promise<MailNode> {
  nodesStarted += 1;
  const name = `node-${process.pid}-${nodesStarted}`;
  const url = new URL(world.databaseUrl);
  url.searchParams.set('application_name', name);
  const db = openDatabase({ url: url.href, onError: () => undefined });
  const cut = () =>
    world.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1`,
      [name],
    );
  const lines: string[] = [];
  const app = createApp({
    db,
    log: listeningLog(lines),
    clock: world.clock.now,
    files: world.files.attachments,
    raw: world.files.letters,
    spoolDir: world.files.spoolDir,
    secrets: await openSecrets(world.dataDir),
    publicUrl: undefined,
    smtp: { host: '127.0.0.1', port: 0 },
    mailboxTiming: { pollMs: 200, idleCheckMs: 60_000 },
  });
  await app.prepare();
  const worker = await app.startWorker();
  const channels = await app.startChannels();
  let ended: Promise<void> | undefined;
  return {
    app,
    db,
    smtpPort: channels.smtpPort,
    said: () => lines.join('\n'),
    stop: () =>
      (ended ??= (async () => {
        await channels.stop();
        await worker.stop();
        await app.close();
        await db.close();
      })()),
    async cutOff() {
      await cut();
    },
    async die() {
      db.pool.connect = refuseAll as unknown as typeof db.pool.connect;
      await cut();
    },
  };
}

function refuseAll(tell?: (error: Error) => void): Promise<never> | undefined {
  const error = new Error('this process is dead');
  if (tell) {
    setImmediate(tell, error);
    return undefined;
  }
  return Promise.reject(error);
}

function listeningLog(lines: string[]): Log {
  const write = (...said: unknown[]) => void lines.push(said.map(textOf).join(' '));
  return { info: write, warn: write, error: write, debug: write, fatal: write } as unknown as Log;
}

const textOf = (said: unknown): string =>
  typeof said === 'object' && said !== null
    ? JSON.stringify(said, (_key, value: unknown) =>
        value instanceof Error ? { ...value, message: value.message } : value,
      )
    : String(said);
