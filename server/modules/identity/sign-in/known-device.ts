import { randomBytes } from 'node:crypto';
import type { Secrets } from '../parts.ts';

/** Whose browser it is. Of one workspace: elsewhere the same address may be somebody else's. */
export type DeviceOwner = { readonly workspaceId: string; readonly emailKey: string };

const name = 'otklik_device';
const days = 180;

/**
 * The id of a browser in which this account has signed in before; null for every other. It opens nothing: its tries are
 * only counted apart, so that strangers who guess at an account cannot keep its owner out.
 */
export function knownDevice(
  secrets: Secrets,
  cookies: string | undefined,
  { workspaceId, emailKey }: DeviceOwner,
): string | null {
  const sealed = new RegExp(`(?:^|;\\s*)${name}=([^;]{1,1000})`).exec(cookies ?? '')?.[1];
  const known = sealed === undefined ? null : opened(secrets, sealed);
  return known?.['workspaceId'] === workspaceId && known['emailKey'] === emailKey
    ? String(known['device'])
    : null;
}

function opened(secrets: Secrets, sealed: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(secrets.unseal(sealed)) as Readonly<Record<string, unknown>>;
  } catch {
    // Somebody else's make, or of another data folder.
    return null;
  }
}

/** Sent back to the sign-in only. */
export function deviceCookieOf(
  secrets: Secrets,
  { workspaceId, emailKey }: DeviceOwner,
  { device, secure }: { device: string | null; secure: boolean },
): string {
  const id = device ?? randomBytes(12).toString('base64url');
  const value = secrets.seal(JSON.stringify({ device: id, workspaceId, emailKey }));
  const flags = `Path=/api/v1/session; HttpOnly; SameSite=Lax; Max-Age=${days * 24 * 3600}`;
  return `${name}=${value}; ${flags}${secure ? '; Secure' : ''}`;
}
