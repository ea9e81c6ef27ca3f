import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import type { Secret, ServerSettings } from './settings.ts';

export type ClientLimits = {
  /** Largest literal accepted, bytes. */
  readonly literalBytes: number;
  readonly connectTimeoutMs: number;
  /** Silence in the middle of a command, after which the connection counts as dead. */
  readonly silenceMs: number;
  /** Ends the connection, or the attempt at one, some time after it is aborted: see `hangUpAfterMs`. */
  readonly signal?: AbortSignal;
};

/** Time for a letter on its way; a server that hangs must not hold up whoever wants to stop. */
export const hangUpAfterMs = 3_000;

export const defaultClientLimits: ClientLimits = {
  literalBytes: 51 * 1024 * 1024,
  connectTimeoutMs: 20_000,
  silenceMs: 60_000,
};

/**
 * A signed-in connection. A refused OAuth token is replaced once by a fresh one.
 * @throws what the system or the server said, see `connectionProblem`.
 */
export async function openClient(
  settings: ServerSettings,
  limits: ClientLimits = defaultClientLimits,
): Promise<ImapFlow> {
  try {
    return await connect(settings, limits, false);
  } catch (error) {
    if (
      settings.secret.kind === 'oauth' &&
      (error as { authenticationFailed?: boolean }).authenticationFailed === true
    ) {
      return connect(settings, limits, true);
    }
    throw error;
  }
}

async function connect(
  settings: ServerSettings,
  limits: ClientLimits,
  fresh: boolean,
): Promise<ImapFlow> {
  const client = new ImapFlow({
    ...transport(settings),
    auth: { user: settings.user, ...(await credentials(settings.secret, fresh)) },
    logger: false,
    disableAutoIdle: true,
    clientInfo: { name: 'Otklik' },
    connectionTimeout: limits.connectTimeoutMs,
    greetingTimeout: limits.connectTimeoutMs,
    socketTimeout: limits.silenceMs,
    maxLiteralSize: limits.literalBytes,
    maxLineLength: 64 * 1024 * 1024,
  });
  // Every failure also rejects the call in progress; without a listener it would end the process.
  client.on('error', () => undefined);
  hangUpOn(limits.signal, client);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

function hangUpOn(signal: AbortSignal | undefined, client: ImapFlow): void {
  let timer: NodeJS.Timeout | undefined;
  const hangUp = (): void => {
    timer = setTimeout(() => client.close(), hangUpAfterMs);
  };
  if (signal?.aborted === true) {
    hangUp();
  }
  signal?.addEventListener('abort', hangUp);
  client.once('close', () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', hangUp);
  });
}

function transport(settings: ServerSettings): ImapFlowOptions {
  const { host, port, security, authority, anyCertificate } = settings;
  return {
    host,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    tls: {
      ...(authority === undefined ? {} : { ca: authority }),
      rejectUnauthorized: anyCertificate !== true,
      minVersion: 'TLSv1.2',
    },
  };
}

async function credentials(
  secret: Secret,
  fresh: boolean,
): Promise<{ pass: string } | { accessToken: string }> {
  return secret.kind === 'password'
    ? { pass: secret.password }
    : { accessToken: await secret.accessToken(fresh ? { fresh } : {}) };
}

/** Says goodbye when the server still listens, otherwise just hangs up; never throws, never waits long. */
export async function closeClient(client: ImapFlow): Promise<void> {
  const hangUp = setTimeout(() => client.close(), 1_000);
  try {
    await client.logout();
  } catch {
    client.close();
  } finally {
    clearTimeout(hangUp);
  }
}
