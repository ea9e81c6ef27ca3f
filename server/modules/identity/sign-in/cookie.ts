import { sessionCookie } from '../../../kernel/http.ts';

/** A session lives so long after its last use. */
export const sessionDays = 30;
export const sessionMs = sessionDays * 24 * 3600 * 1000;

/** Not readable by scripts, not sent by other sites' forms, not sent in clear once the site is reached by https. */
export function cookieOf(value: string, secure: boolean): string {
  const age = value === '' ? 0 : sessionMs / 1000;
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}`;
  return `${sessionCookie}=${value}; ${flags}${secure ? '; Secure' : ''}`;
}
