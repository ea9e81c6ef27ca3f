import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { hashOf } from './secret.ts';

const periodSeconds = 30;

/** RFC 6238 with the values every authenticator app assumes: SHA-1, 6 digits, 30 s. 160 bits of secret. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function totpUri(
  secret: string,
  { company, email }: { company: string; email: string },
): string {
  // A colon would end the name of the issuer in the label.
  const issuer = company.replaceAll(':', ' ');
  return new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** @returns the time step the code belongs to, one before or after now included; null for a wrong code */
export function totpStepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) {
    return null;
  }
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    period: periodSeconds,
    timestamp,
    window: 1,
  });
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

/** Without letters that look alike (Crockford's base 32); 80 bits each. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('');
    return letters.match(/.{4}/g)?.join('-') ?? letters;
  });
}

/** As typed: capitals, blanks and look-alikes are forgiven. */
export function recoveryCodeHash(typed: string): Buffer {
  const plain = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return hashOf(plain);
}

/** What people type as the second factor: blanks inside are the app's way of showing it. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '');
