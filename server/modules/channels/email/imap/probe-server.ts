import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { connectionProblem } from './connection-problem.ts';
import type { ProbeEnvironment, ProbeStep, ProbeStepName } from './probe-step.ts';
import type { ServerSettings } from './settings.ts';

export type Endpoint = Pick<
  ServerSettings,
  'host' | 'port' | 'security' | 'authority' | 'anyCertificate'
>;

/** Looks whether there is such a host and whether somebody listens, and, for `tls`, at the certificate. */
export async function probeServer(
  endpoint: Endpoint,
  names: {
    readonly dns: ProbeStepName;
    readonly connect: ProbeStepName;
    readonly tls: ProbeStepName;
  },
  environment: ProbeEnvironment,
): Promise<ProbeStep[]> {
  const steps: ProbeStep[] = [];
  const failed = (step: ProbeStepName, error: unknown): ProbeStep[] => {
    const { code, detail } = connectionProblem(error, { host: endpoint.host, oauth: false });
    return [...steps, { step, ok: false, code, detail }];
  };
  try {
    const addresses = await bounded(environment.lookup(endpoint.host), environment.timeoutMs);
    const detail = addresses.map(({ address }) => address).join(', ');
    steps.push({ step: names.dns, ok: true, code: 'fine', detail });
  } catch (error) {
    return failed(names.dns, error);
  }
  try {
    await touch(endpoint, environment.timeoutMs);
    steps.push({
      step: names.connect,
      ok: true,
      code: 'fine',
      detail: `${endpoint.host}:${endpoint.port}`,
    });
  } catch (error) {
    return failed(names.connect, error);
  }
  try {
    return endpoint.security === 'tls'
      ? [...steps, await handshake(endpoint, names.tls, environment.timeoutMs)]
      : steps;
  } catch (error) {
    return failed(names.tls, error);
  }
}

async function touch({ host, port }: Endpoint, timeoutMs: number): Promise<void> {
  const socket = connect({ host, port });
  // `once` hears the first error only; a reset while hanging up is of no interest.
  socket.on('error', () => undefined);
  try {
    await bounded(once(socket, 'connect'), timeoutMs);
  } finally {
    socket.destroy();
  }
}

async function handshake(
  endpoint: Endpoint,
  step: ProbeStepName,
  timeoutMs: number,
): Promise<ProbeStep> {
  const { host, port, authority, anyCertificate } = endpoint;
  const socket = connectTls({
    host,
    port,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: anyCertificate !== true,
    ...(authority === undefined ? {} : { ca: authority }),
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
  });
  socket.on('error', () => undefined);
  try {
    await bounded(once(socket, 'secureConnect'), timeoutMs);
    return { step, ok: true, code: 'fine', detail: socket.getProtocol() ?? '' };
  } finally {
    socket.destroy();
  }
}

/** @throws an error with code `ETIMEDOUT` when the time is over. */
export async function bounded<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    );
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
