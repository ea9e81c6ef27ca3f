import { systemActor, type Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { noteFailedSignIn } from '../commands/note-failed-sign-in.ts';
import { openSession } from '../commands/open-session.ts';
import type { IdentityParts } from '../parts.ts';
import { findAccount, type Account } from '../queries/find-account.ts';
import { workspacesMeant, type WorkspaceEntry } from '../queries/workspaces.ts';
import { emailKey } from '../rules.ts';
import { knownDevice, type DeviceOwner } from './known-device.ts';
import { passwordFits } from './password.ts';
import { hashOf, newSecret, sessionValue } from './secret.ts';
import { plainCode, recoveryCodeHash, totpStepOf } from './totp.ts';
import { chargeGuess, clearGuesses, refundGuess, type Guesser } from './tries.ts';
import type { StrangerLimit } from './stranger-limit.ts';

export type SignInParts = Pick<IdentityParts, 'db' | 'clock' | 'secrets' | 'executor'> & {
  readonly strangers: StrangerLimit;
};

export type SignInRequest = {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly workspace?: string | undefined;
  readonly host: string | undefined;
  readonly ip: string;
  readonly userAgent: string | undefined;
  /** The header with all of them: a browser that was here before is counted apart. */
  readonly cookies: string | undefined;
};

type SecondFactor = { totpStep: number } | { recoveryHash: string } | null;
type Opened = {
  readonly actor: Actor;
  readonly cookieValue: string;
  readonly device: string | null;
  readonly owner: DeviceOwner;
};

/**
 * One try to sign in. Paid for first, then looked at, then counted back: many tries at once cost as much as one
 * after another. Whether the address, the password or the workspace was wrong cannot be told from the answer.
 * @throws Refusal 401 session.wrong_credentials, session.code_needed, session.wrong_code; 429
 */
export async function signIn(parts: SignInParts, request: SignInRequest): Promise<Opened> {
  parts.strangers.mustBeOpen(request.ip, parts.clock());
  const candidates = await candidatesOf(parts, request);
  if (candidates.length === 0) {
    parts.strangers.charge(request.ip, parts.clock());
    await passwordFits(request.password, undefined);
    throw wrong();
  }
  for (const workspace of candidates) {
    const account = await provePassword(parts, request, workspace);
    if (account) {
      return finish(parts, request, account);
    }
  }
  throw wrong();
}

const mostCandidates = 5;

/** Where no name says which workspace is meant, those in which the address is known; at most five. */
async function candidatesOf(
  { db }: SignInParts,
  request: SignInRequest,
): Promise<WorkspaceEntry[]> {
  const { sure, workspaces } = await workspacesMeant(db, request);
  if (sure) {
    return workspaces;
  }
  const known: WorkspaceEntry[] = [];
  for (const workspace of workspaces) {
    const who = { emailKey: emailKey(request.email) };
    const account = await db.read(workspace.id, (reader) => findAccount(reader, workspace.id, who));
    if (account?.active) {
      known.push(workspace);
    }
    if (known.length === mostCandidates) {
      break;
    }
  }
  return known;
}

function guesserOf(
  { secrets }: Pick<SignInParts, 'secrets'>,
  workspaceId: string,
  { email, ip, cookies }: SignInRequest,
): Guesser {
  const owner = { workspaceId, emailKey: emailKey(email) };
  return { ...owner, ip, device: knownDevice(secrets, cookies, owner) };
}

async function provePassword(
  parts: SignInParts,
  request: SignInRequest,
  workspace: WorkspaceEntry,
): Promise<Account | null> {
  const { db, clock } = parts;
  const guesser = guesserOf(parts, workspace.id, request);
  await chargeGuess(db, guesser, clock());
  const account = await db.read(workspace.id, (reader) =>
    findAccount(reader, workspace.id, { emailKey: guesser.emailKey }),
  );
  const fits = await passwordFits(request.password, account?.passwordHash);
  if (account && fits && account.active) {
    return account;
  }
  const reason = fits ? 'deactivated' : 'wrong_credentials';
  await noteFailure(parts, request, { workspaceId: workspace.id, account, reason });
  return null;
}

async function finish(
  parts: SignInParts,
  request: SignInRequest,
  account: Account,
): Promise<Opened> {
  const { db } = parts;
  const guesser = guesserOf(parts, account.workspaceId, request);
  if (account.totpEnabled && request.code === undefined) {
    // Taken back, not cleared: knowing the password must not buy endless tries at the code.
    await refundGuess(db, guesser);
    throw new Refusal('unauthenticated', 'session.code_needed');
  }
  try {
    const opened = await open(parts, request, account);
    await clearGuesses(db, guesser);
    return { ...opened, device: guesser.device, owner: guesser };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'session.wrong_code') {
      const { workspaceId } = account;
      await noteFailure(parts, request, { workspaceId, account, reason: 'wrong_code' });
    }
    throw error;
  }
}

async function open(parts: SignInParts, request: SignInRequest, account: Account) {
  const secret = newSecret();
  const actor = actorOf(account, request.ip);
  const { sessionId } = await parts.executor().execute(
    openSession,
    {
      secretHash: hashOf(secret).toString('hex'),
      userAgent: request.userAgent?.slice(0, 300).toWellFormed() ?? null,
      secondFactor: account.totpEnabled ? secondFactorOf(parts, request, account) : null,
    },
    actor,
  );
  return {
    actor: { ...actor, sessionId },
    cookieValue: sessionValue(account.workspaceId, secret),
  };
}

/** Six digits are the app's, anything longer is one of the recovery codes. */
export function secondFactorOf(
  { secrets, clock }: Pick<SignInParts, 'secrets' | 'clock'>,
  { code = '' }: Pick<SignInRequest, 'code'>,
  { totpSecret }: Pick<Account, 'totpSecret'>,
): SecondFactor {
  const typed = plainCode(code);
  if (typed.length > 6) {
    return { recoveryHash: recoveryCodeHash(typed).toString('hex') };
  }
  const step = totpStepOf(secrets.unseal(totpSecret ?? ''), typed, clock());
  if (step === null) {
    throw new Refusal('unauthenticated', 'session.wrong_code');
  }
  return { totpStep: step };
}

/** Somebody who has just proven who they are; what they may do is looked up with their first request. */
export function actorOf(
  account: Pick<Account, 'id' | 'name' | 'workspaceId'>,
  ip: string | null,
): Actor {
  return {
    kind: 'user',
    id: account.id,
    name: account.name,
    workspaceId: account.workspaceId,
    permissions: new Set(),
    scope: 'teams',
    teamIds: [],
    sessionId: null,
    ip,
  };
}

type Failure = {
  workspaceId: string;
  account: Account | null;
  reason: 'wrong_credentials' | 'wrong_code' | 'deactivated';
};

async function noteFailure(
  { executor }: SignInParts,
  { email, ip }: SignInRequest,
  { workspaceId, account, reason }: Failure,
): Promise<void> {
  const note = { email, userId: account?.id ?? null, reason };
  await executor().execute(noteFailedSignIn, note, { ...systemActor(workspaceId), ip });
}

const wrong = () => new Refusal('unauthenticated', 'session.wrong_credentials');
