import { lookup } from 'node:dns/promises';
import type { ImapFlow } from 'imapflow';
import { probeSending } from '../sending/probe-sending.ts';
import type { SendingSettings } from '../sending/sender.ts';
import { connectionProblem } from './connection-problem.ts';
import { closeClient, defaultClientLimits, openClient } from './open-client.ts';
import { probeServer } from './probe-server.ts';
import type { ProbeEnvironment, ProbeStep, ProbeStepName } from './probe-step.ts';
import { folderOf, type ServerSettings } from './settings.ts';

export type ProbeTask = {
  readonly incoming: (ServerSettings & { readonly folder?: string }) | null;
  readonly outgoing: SendingSettings | null;
  /** A letter is sent when given: from the mailbox to an address that the administrator named. */
  readonly letter?: { readonly from: string; readonly to: string; readonly raw: Buffer };
};

export const systemProbe: ProbeEnvironment = {
  lookup: (host) => lookup(host, { all: true }),
  timeoutMs: 15_000,
};

/** Tries both servers at once and says for each step whether it worked and, by a code, why not. Never throws. */
export async function probeMailbox(
  { incoming, outgoing, letter }: ProbeTask,
  environment: ProbeEnvironment = systemProbe,
): Promise<ProbeStep[]> {
  const [received, sent] = await Promise.all([
    incoming === null ? [] : probeIncoming(incoming, environment),
    outgoing === null ? [] : probeSending(outgoing, letter ?? null, environment),
  ]);
  return [...received, ...sent];
}

async function probeIncoming(
  settings: ServerSettings & { readonly folder?: string },
  environment: ProbeEnvironment,
): Promise<ProbeStep[]> {
  const names = { dns: 'dns', connect: 'connect', tls: 'tls' } as const;
  const reached = await probeServer(settings, names, environment);
  if (reached.some(({ ok }) => !ok)) {
    return reached;
  }
  try {
    const client = await openClient(settings, {
      ...defaultClientLimits,
      connectTimeoutMs: environment.timeoutMs,
      silenceMs: 2 * environment.timeoutMs,
    });
    try {
      return [
        ...reached,
        ...encryption(settings),
        step('sign_in', 'fine', settings.user),
        ...(await inside(client, settings)),
      ];
    } finally {
      await closeClient(client);
    }
  } catch (error) {
    return [...reached, ...signInFailure(settings, error)];
  }
}

/** The IMAP client does greeting, STARTTLS and sign-in in one go; the error tells how far it came. */
function signInFailure(settings: ServerSettings, error: unknown): ProbeStep[] {
  const { code, detail } = connectionProblem(error, {
    host: settings.host,
    oauth: settings.secret.kind === 'oauth',
  });
  const ofTls =
    code.startsWith('certificate_') || code.startsWith('tls_') || code === 'starttls_missing';
  const failure = (name: ProbeStepName): ProbeStep => ({ step: name, ok: false, code, detail });
  if (ofTls) {
    return [failure('tls')];
  }
  const silent = code === 'no_greeting' || code === 'wrong_protocol';
  return silent ? [failure('connect')] : [...encryption(settings), failure('sign_in')];
}

/** With `tls` the certificate was looked at before; here STARTTLS worked, or nothing is encrypted. */
function encryption({ security }: ServerSettings): ProbeStep[] {
  if (security === 'tls') {
    return [];
  }
  return [step('tls', security === 'none' ? 'not_secret' : 'fine', security)];
}

async function inside(
  client: ImapFlow,
  settings: { readonly folder?: string },
): Promise<ProbeStep[]> {
  const folder = folderOf(settings);
  try {
    const opened = await client.mailboxOpen(folder, { readOnly: true });
    const idles = client.capabilities.has('IDLE');
    return [
      step('folder', 'fine', `${folder}: ${opened.exists}`),
      step('idle', idles ? 'fine' : 'polling', ''),
    ];
  } catch (error) {
    const { detail } = connectionProblem(error, { host: '', oauth: false });
    return [{ step: 'folder', ok: false, code: 'folder_missing', detail }];
  }
}

function step(name: ProbeStepName, code: ProbeStep['code'], detail: string): ProbeStep {
  return { step: name, ok: true, code, detail };
}
