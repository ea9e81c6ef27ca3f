import type { MailboxStatus } from '../email/imap/open-mailbox.ts';

/** Servers restart and lines break; by then they are back. */
const passingMs = 3 * 60_000;

/** Knows when a mailbox has been out of reach for so long that somebody should hear of it. */
export function lastingTrouble() {
  let since: number | null = null;
  let told = false;
  return {
    /** True once in a trouble, when it has lasted. `nowMs`: of any clock that only goes forward. */
    lastsWith(kind: MailboxStatus['kind'], nowMs: number): boolean {
      if (kind === 'live') {
        since = null;
        told = false;
      }
      if (kind !== 'waiting') {
        return false;
      }
      since ??= nowMs;
      const tells = !told && nowMs - since >= passingMs;
      told ||= tells;
      return tells;
    },
  };
}
