import type { Actor } from '../../kernel/actor.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import type { Permission } from '../../kernel/modules.ts';
import { builtInRoles } from './built-in-roles.data.ts';
import { commonPasswords } from './common-passwords.data.ts';
import type { RoleKey, Scope } from './tables.ts';

export type RoleShape = { readonly key: RoleKey | null; readonly permissions: readonly string[] };

/** What a role allows of what this build of the product can do. */
export function permissionsOf(role: RoleShape, catalogue: readonly Permission[]): string[] {
  const allows = role.key === null ? role.permissions : builtInRoles[role.key].allows;
  return catalogue
    .map(({ key }) => key)
    .filter((key) => allows.some((pattern) => matches(pattern, key)));
}

function matches(pattern: string, key: string): boolean {
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
}

/** Nobody may give away, or take hold of, more than they hold themselves. */
export function mustCover(
  actor: Pick<Actor, 'permissions' | 'scope'>,
  { permissions, scope }: { permissions: readonly string[]; scope: Scope },
  code: 'role.beyond_own' | 'user.beyond_own',
): void {
  const missing = permissions.find((key) => !actor.permissions.has(key));
  if (missing !== undefined) {
    throw new Refusal('forbidden', code, { detail: missing });
  }
  if (scope === 'all' && actor.scope === 'teams') {
    throw new Refusal('forbidden', code, { detail: 'scope' });
  }
}

export function mustKnow(permissions: readonly string[], catalogue: readonly Permission[]): void {
  const known = new Set(catalogue.map(({ key }) => key));
  if (permissions.some((key) => !known.has(key))) {
    throw invalid('permissions', 'unknown');
  }
}

export function mustBeVersion(row: { version: number }, seen: number): void {
  if (row.version !== seen) {
    throw new Refusal('conflict', 'version.conflict');
  }
}

/** Addresses are one and the same however they are typed; the database keeps them as typed beside this. */
export const emailKey = (email: string): string => email.normalize('NFKC').toLowerCase();

/**
 * A password that the first guesses would find. Length is checked where input is read (8 to 200, NIST SP 800-63B).
 * @returns code of the reason, null when it is good enough
 */
export function weaknessOf(
  password: string,
  { email, company }: { email: string; company: string },
): 'too_common' | 'same_as_name' | null {
  const typed = password.normalize('NFKC').toLowerCase();
  const [local = ''] = emailKey(email).split('@');
  if ([emailKey(email), local, company.normalize('NFKC').toLowerCase()].includes(typed)) {
    return 'same_as_name';
  }
  const tooPlain = new Set(typed).size < 4 || isRun(typed);
  return tooPlain || commonPasswords.has(typed) ? 'too_common' : null;
}

/** Every character is the neighbour of the one before, in one direction: 12345678, hgfedcba. */
function isRun(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0);
}

export type LockPolicy = {
  readonly freeTries: number;
  readonly firstLockSeconds: number;
  readonly longestLockSeconds: number;
  /** After so long without a try the count starts anew. Longer than the longest lock, or locks would never grow. */
  readonly forgetSeconds: number;
};

export const accountLock: LockPolicy = {
  freeTries: 5,
  firstLockSeconds: 30,
  longestLockSeconds: 3600,
  forgetSeconds: 24 * 3600,
};

/** For tries from everywhere together, by nobody known: slow enough for guessing, short enough for the owner to wait. */
export const accountWideLock: LockPolicy = {
  freeTries: 50,
  firstLockSeconds: 30,
  longestLockSeconds: 300,
  forgetSeconds: 24 * 3600,
};

/** Looser: a whole office may come from one address. */
export const addressLock: LockPolicy = {
  freeTries: 20,
  firstLockSeconds: 30,
  longestLockSeconds: 900,
  forgetSeconds: 3600,
};

/** How long the door stays shut after so many tries in a row: doubling, bounded. */
export function lockSeconds(tries: number, policy: LockPolicy): number {
  if (tries < policy.freeTries) {
    return 0;
  }
  const doublings = Math.min(tries - policy.freeTries, 20);
  return Math.min(policy.longestLockSeconds, policy.firstLockSeconds * 2 ** doublings);
}

/** One customer of a provider holds a whole /64 (RFC 6177), so its addresses count as one. */
export function addressKey(ip: string): string {
  if (!ip.includes(':')) {
    return ip;
  }
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) {
    return mapped[1];
  }
  return `${groupsOf(ip).slice(0, 4).join(':')}::/64`;
}

function groupsOf(ip: string): string[] {
  const [left = '', right] = (ip.toLowerCase().split('%')[0] ?? '').split('::');
  const head = left.split(':').filter(Boolean);
  if (right === undefined) {
    return head;
  }
  const tail = right.split(':').filter(Boolean);
  const zeros: string[] = Array(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail];
}

export type Difference = {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
};

/** What really changes, for the audit log; null when nothing does. */
export function differenceOf(
  before: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): Difference | null {
  const changed = Object.keys(change).filter(
    (key) =>
      change[key] !== undefined && JSON.stringify(change[key]) !== JSON.stringify(before[key]),
  );
  if (changed.length === 0) {
    return null;
  }
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(change) };
}
