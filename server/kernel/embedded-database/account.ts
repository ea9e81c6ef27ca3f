import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { ChildProcess, SpawnOptions } from 'node:child_process';

/**
 * Who the database runs as. PostgreSQL refuses to run as root, so a root Otklik gives it another
 * user. Where that user cannot enter the folders (a clone below /root), it is given the one
 * capability that lets it pass, by setpriv; the user stays unprivileged otherwise.
 */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  /** `dac_read_search` or `dac_override`, when folders on the way are closed to the user. */
  capability: string | null;
}

function accounts(): Account[] {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name !== undefined && uid !== undefined && /^\d+$/.test(uid) && Number(uid) > 0
      ? [{ name, uid: Number(uid), gid: Number(gid), capability: null }]
      : [];
  });
}

/** The owner of an existing database folder, else postgres, else nobody. Null when not root. */
export function chooseAccount(ownerUid: number | null): Account | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const all = accounts();
  if (ownerUid !== null && ownerUid !== 0) {
    const owner = all.find((account) => account.uid === ownerUid);
    return owner ?? { name: `#${ownerUid}`, uid: ownerUid, gid: ownerUid, capability: null };
  }
  const found =
    all.find((account) => account.name === 'postgres') ??
    all.find((account) => account.name === 'nobody');
  return found ?? { name: 'nobody', uid: 65_534, gid: 65_534, capability: null };
}

function commandLine(account: Account | null, program: string, args: readonly string[]) {
  if (account === null || account.capability === null) {
    return { file: program, args: [...args], ids: account };
  }
  const capability = `+${account.capability}`;
  return {
    file: 'setpriv',
    args: [
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      `--inh-caps=${capability}`,
      `--ambient-caps=${capability}`,
      '--',
      program,
      ...args,
    ],
    ids: null,
  };
}

export function spawnAs(
  account: Account | null,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const line = commandLine(account, program, args);
  const ids = line.ids === null ? {} : { uid: line.ids.uid, gid: line.ids.gid };
  return spawn(line.file, line.args, { ...options, ...ids });
}

/** Whether the account may run `program` and enter every one of `folders`; asked of the system, since rights are more than mode bits. */
export function reaches(account: Account, program: string, folders: readonly string[]): boolean {
  const script = 'test -x "$1" || exit 1; shift; for f; do test -x "$f" || exit 1; done';
  const line = commandLine(account, '/bin/sh', ['-c', script, 'sh', program, ...folders]);
  const ids = line.ids === null ? {} : { uid: line.ids.uid, gid: line.ids.gid };
  return spawnSync(line.file, line.args, { cwd: '/', stdio: 'ignore', ...ids }).status === 0;
}

/** The same account with the capability that reaches, or null where the system grants none. */
export function elevate(
  account: Account,
  program: string,
  folders: readonly string[],
): Account | null {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const elevated = { ...account, capability };
    if (reaches(elevated, program, folders)) {
      return elevated;
    }
  }
  return null;
}
