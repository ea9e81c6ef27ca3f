import { once } from 'node:events';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { connectionProblem } from '../imap/connection-problem.ts';
import { bounded, probeServer } from '../imap/probe-server.ts';
import type { ProbeEnvironment, ProbeStep, ProbeStepName } from '../imap/probe-step.ts';
import { openSender, type SendingSettings } from './sender.ts';

export type ProbeLetter = { readonly from: string; readonly to: string; readonly raw: Buffer };

/** Host, connection, encryption, sign-in and, when there is a letter, sending it. Never throws. */
export async function probeSending(
  settings: SendingSettings,
  letter: ProbeLetter | null,
  environment: ProbeEnvironment,
): Promise<ProbeStep[]> {
  const names = { dns: 'smtp_dns', connect: 'smtp_connect', tls: 'smtp_tls' } as const;
  const steps = await probeServer(settings, names, environment);
  if (steps.every(({ ok }) => ok)) {
    steps.push(...(await dialogue(settings, environment.timeoutMs)));
  }
  if (letter !== null && steps.every(({ ok }) => ok)) {
    steps.push(await sendOne(settings, letter, environment.timeoutMs));
  }
  return steps;
}

async function dialogue(settings: SendingSettings, timeoutMs: number): Promise<ProbeStep[]> {
  const steps: ProbeStep[] = [];
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    name: settings.helo,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: {
      ca: settings.authority,
      rejectUnauthorized: settings.anyCertificate !== true,
      minVersion: 'TLSv1.2',
    },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    logger: false,
  });
  // `once` rejects on the first error; a later one, while hanging up, is of no interest.
  connection.on('error', () => undefined);
  try {
    const connected = once(connection, 'connect');
    connection.connect();
    await bounded(connected, timeoutMs);
    if (settings.security !== 'tls') {
      const plain = settings.security === 'none';
      steps.push({
        step: 'smtp_tls',
        ok: true,
        code: plain ? 'not_secret' : 'fine',
        detail: settings.security,
      });
    }
    await bounded(signIn(connection, settings), timeoutMs);
    steps.push({
      step: 'smtp_sign_in',
      ok: true,
      code: settings.user === null ? 'no_sign_in' : 'fine',
      detail: settings.user ?? '',
    });
  } catch (error) {
    steps.push(failure(settings, error, steps.length === 0 ? null : 'smtp_sign_in'));
  } finally {
    connection.quit();
  }
  return steps;
}

function failure(settings: SendingSettings, error: unknown, at: ProbeStepName | null): ProbeStep {
  const { code, detail } = connectionProblem(error, {
    host: settings.host,
    oauth: settings.secret?.kind === 'oauth',
  });
  const ofTls =
    code.startsWith('certificate_') || code.startsWith('tls_') || code === 'starttls_missing';
  const isSignIn = (error as { code?: string }).code === 'EAUTH';
  const step = at ?? (isSignIn ? 'smtp_sign_in' : ofTls ? 'smtp_tls' : 'smtp_connect');
  return { step, ok: false, code, detail };
}

async function signIn(
  connection: SMTPConnection,
  { user, secret }: SendingSettings,
): Promise<void> {
  if (user === null || secret === null) {
    return;
  }
  const auth =
    secret.kind === 'password'
      ? { user, pass: secret.password }
      : { user, oauth2: new XOAuth2({ user, accessToken: await secret.accessToken() }) };
  await new Promise<void>((resolve, reject) => {
    connection.login(auth, (error) => {
      if (error === null) {
        resolve();
      } else {
        reject(error);
      }
    });
  });
}

async function sendOne(
  settings: SendingSettings,
  { from, to, raw }: ProbeLetter,
  timeoutMs: number,
): Promise<ProbeStep> {
  const sender = openSender({ connectTimeoutMs: timeoutMs, silenceMs: timeoutMs });
  const outcome = await sender.send(settings, raw, { from, to: [to] });
  sender.close();
  if (outcome.kind === 'sent') {
    return { step: 'smtp_send', ok: true, code: 'fine', detail: outcome.response };
  }
  const detail = outcome.kind === 'partly' ? outcome.response : outcome.detail;
  return { step: 'smtp_send', ok: false, code: 'letter_refused', detail };
}
