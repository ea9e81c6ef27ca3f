import { createECDH } from 'node:crypto';

/** What an application server is known by to push services (VAPID, RFC 8292), as they want it: base64url. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

/**
 * Derived from the key of the data folder rather than kept: every process has the same pair without asking, nothing has to
 * be stored or sealed, and a restored backup still reaches the browsers that were added.
 */
export function pushKeys(keyFor: (purpose: string) => Uint8Array): PushKeys {
  const pair = createECDH('prime256v1');
  // A number outside the curve's order comes once in 2^32 installations; the next purpose gives another.
  for (let attempt = 1; ; attempt += 1) {
    try {
      pair.setPrivateKey(Buffer.from(keyFor(`web push ${attempt}`)));
      break;
    } catch (error) {
      if (attempt > 8) {
        throw error;
      }
    }
  }
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: pair.getPrivateKey().toString('base64url'),
  };
}
