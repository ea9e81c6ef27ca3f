import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Dovecot = {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Any user name is good: each has a mailbox of its own. */
  readonly password: 'secret';
  /** Ends the server as a crash does; mailboxes stay. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

const places = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** Null when Dovecot 2.3 is not installed (Debian: `apt-get install dovecot-imapd`). */
export function dovecotProgram(): string | null {
  const program = places.find((place) => existsSync(place));
  if (program === undefined) {
    return null;
  }
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).startsWith('2.3.')
    ? program
    : null;
}

type Account = {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly group: string;
};

/** A private Dovecot on loopback with a mail folder of its own; nothing of the system's configuration is read. */
export async function startDovecot(program: string): Promise<Dovecot> {
  const account = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const port = await freePort();
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, configuration(folder, port, account));
  await makeFolders(folder, account);
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const { uid, gid } = account;
    server = spawn(program, ['-F', '-c', config], {
      stdio: 'ignore',
      // A process group of its own, so that the sessions die with their master as in a crash.
      detached: true,
      ...(process.getuid?.() === 0 ? { uid, gid } : {}),
    });
    await listening(port, join(folder, 'log'));
  };
  const kill = async (): Promise<void> => {
    if (server?.pid !== undefined && server.exitCode === null) {
      const ended = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await ended;
    }
    server = null;
    // A master that was killed leaves its mark, and the next one would refuse to start beside it.
    await rm(join(folder, 'run'), { recursive: true, force: true });
    await makeFolders(folder, account);
  };
  await start();
  return {
    host: '127.0.0.1',
    port,
    password: 'secret',
    start,
    kill,
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Dovecot refuses to serve mail as root. */
async function unprivileged(): Promise<Account> {
  const user =
    process.getuid?.() === 0 ? 'nobody' : execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  const line =
    (await readFile('/etc/passwd', 'utf8'))
      .split('\n')
      .find((each) => each.startsWith(`${user}:`)) ?? '';
  const [, , uid = '', gid = ''] = line.split(':');
  const group = execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
  return { uid: Number(uid), gid: Number(gid), user, group };
}

async function makeFolders(folder: string, { uid, gid }: Account): Promise<void> {
  for (const path of [folder, ...['run', 'state', 'mail'].map((name) => join(folder, name))]) {
    await mkdir(path, { recursive: true });
    await chown(path, uid, gid);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function listening(port: number, log: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await wait(50);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`Dovecot did not start: ${await readFile(log, 'utf8').catch(() => 'no log')}`);
}

function configuration(folder: string, port: number, { uid, gid, user, group }: Account): string {
  const inner = ['anvil', 'auth', 'auth-worker', 'stats', 'log', 'config'];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
mail_fsync = never
mail_max_userip_connections = 50
auth_mechanisms = plain login
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  user = ${user}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
}
${inner.map((name) => `service ${name} {\n  chroot =\n  user = ${user}\n}`).join('\n')}
`;
}
