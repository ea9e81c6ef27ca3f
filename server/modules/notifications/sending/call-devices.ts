import webPush from 'web-push';
import { Refusal } from '../../../kernel/errors.ts';
import { fetchOutside } from '../../../kernel/outside/fetch-outside.ts';
import type { Reach } from '../../../kernel/outside/reach.ts';
import type { Subscription } from '../devices/commands.ts';
import type { PushKeys } from '../devices/push-keys.ts';
import type { Device } from '../queries/list-devices.ts';
import type { Call } from './compose-notice.ts';
import type { Outcome } from './finish-dispatch.ts';

export type CallParts = {
  readonly keys: () => PushKeys;
  /** Who asks push services, as RFC 8292 wants it: an https or a mailto address. */
  readonly subject: string;
  readonly unseal: (sealed: string) => string;
  /** How far calls may reach; for tests. */
  readonly reach?: Reach;
};

/** So long a push service keeps a call for a browser that is not there. */
const keptSeconds = 12 * 3_600;
const timeoutMs = 10_000;
const answerBytes = 16_384;

type Verdict = {
  readonly kind: 'reached' | 'gone' | 'again' | 'failed';
  readonly problem?: string;
};

/** Calls every browser; each is remembered by itself, so that the next attempt goes to the others only. */
export async function callDevices(
  parts: CallParts,
  devices: readonly Device[],
  { call, urgent }: { readonly call: Call; readonly urgent: boolean },
): Promise<Outcome> {
  const verdicts = await Promise.all(
    devices.map(async (device) => ({
      id: device.id,
      ...(await callOne(parts, device, { call, urgent })),
    })),
  );
  const idsOf = (kind: Verdict['kind']) =>
    verdicts.filter((each) => each.kind === kind).map(({ id }) => id);
  const [trouble] = verdicts.filter(({ kind }) => kind === 'again' || kind === 'failed');
  const some = idsOf('reached').length > 0;
  const kind = idsOf('again').length > 0 ? 'again' : trouble && !some ? 'failed' : 'done';
  return {
    kind,
    problem: trouble?.problem ?? null,
    reached: idsOf('reached'),
    gone: idsOf('gone'),
  };
}

async function callOne(
  { keys, subject, unseal, reach }: CallParts,
  { sealed }: Device,
  { call, urgent }: { call: Call; urgent: boolean },
): Promise<Verdict> {
  try {
    const subscription = JSON.parse(unseal(sealed)) as Subscription;
    const { endpoint, method, headers, body } = webPush.generateRequestDetails(
      subscription,
      JSON.stringify(call),
      {
        vapidDetails: { subject, ...keys() },
        TTL: keptSeconds,
        urgency: urgent ? 'high' : 'normal',
        // One that was not delivered yet is replaced by the next about the same.
        topic: call.tag.replaceAll(/[^A-Za-z0-9_-]/g, '').slice(0, 32),
        contentEncoding: 'aes128gcm',
      },
    );
    const { status } = await fetchOutside(endpoint, {
      ...reach,
      method: method as 'POST',
      headers: Object.fromEntries(
        Object.entries(headers)
          .filter(([name]) => name.toLowerCase() !== 'content-length')
          .map(([name, value]) => [name, String(value)]),
      ),
      body: body ?? '',
      maxBytes: answerBytes,
      timeoutMs,
    });
    return verdictOf(status);
  } catch (error) {
    const isFinal = error instanceof Refusal && error.kind !== 'unavailable';
    const problem = error instanceof Refusal ? error.code : 'server.error';
    return { kind: isFinal ? 'failed' : 'again', problem };
  }
}

/** RFC 8030 §5 and §7.3; what is gone stays gone. */
function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) {
    return { kind: 'reached' };
  }
  if (status === 404 || status === 410) {
    return { kind: 'gone' };
  }
  const isPassing = status === 429 || status >= 500;
  return { kind: isPassing ? 'again' : 'failed', problem: `http.${status}` };
}
