import { api } from '../../../lib/client.ts';

/** Why a browser cannot be called; each has its sentence. */
export type Refusal = 'insecure' | 'unable' | 'denied' | 'unreached';

/** What stands in the way before anybody is asked; null: nothing. */
export function whyImpossible(): Refusal | null {
  if (!window.isSecureContext) {
    return 'insecure';
  }
  const isAble =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!isAble) {
    return 'unable';
  }
  return Notification.permission === 'denied' ? 'denied' : null;
}

const worker = '/push-worker.js';

/** The address by which this browser is called now; null: none. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  if (whyImpossible() !== null) {
    return null;
  }
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );

const isSameKey = (given: ArrayBuffer | null, wanted: Uint8Array): boolean => {
  const bytes = new Uint8Array(given ?? new ArrayBuffer(0));
  return bytes.length === wanted.length && bytes.every((byte, at) => byte === wanted[at]);
};

/** Asks the browser, and tells the server. Only after the person's own click. */
export async function subscribe(name: string): Promise<Refusal | null> {
  const impossible = whyImpossible();
  if (impossible !== null) {
    return impossible;
  }
  if ((await Notification.requestPermission()) !== 'granted') {
    return 'denied';
  }
  const { publicKey } = await api.get<{ publicKey: string }>('/me/push-key');
  const key = bytesOf(publicKey);
  const given = await addressBy(key);
  if (given === null) {
    return 'unreached';
  }
  const { endpoint, keys } = given.toJSON();
  await api.post('/me/devices', { endpoint, keys, name });
  return null;
}

/** Null: the browser has no push service that it reaches. */
async function addressBy(key: Uint8Array<ArrayBuffer>): Promise<PushSubscription | null> {
  try {
    await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
    const { pushManager } = await navigator.serviceWorker.ready;
    const before = await pushManager.getSubscription();
    if (before && isSameKey(before.options.applicationServerKey, key)) {
      return before;
    }
    // Of another installation at the same address: it would refuse our calls.
    await before?.unsubscribe();
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch {
    return null;
  }
}
