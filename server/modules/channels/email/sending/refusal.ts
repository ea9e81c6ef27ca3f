import { queueNames, refusalSayings, statusMeanings, type RefusalCode } from './refusal.data.ts';

export type { RefusalCode } from './refusal.data.ts';

export type Refusal = {
  readonly code: RefusalCode;
  /** True for 4xx: the same letter may be taken later. */
  readonly temporary: boolean;
  /** e.g. 550. */
  readonly replyCode: number;
  /** RFC 3463, e.g. `5.1.1`; null when the server gives none. */
  readonly status: string | null;
  /** What the server said, one line, at most 300 characters. */
  readonly detail: string;
};

/** Reads one reply of an SMTP server, e.g. `550 5.1.1 No such user`. */
export function readRefusal(reply: string, replyCode: number): Refusal {
  const detail = reply.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(detail)?.[1] ?? null;
  const temporary = replyCode < 500 || replyCode === 503;
  return { code: codeOf(detail, status, temporary), temporary, replyCode, status, detail };
}

function codeOf(detail: string, status: string | null, temporary: boolean): RefusalCode {
  const said = refusalSayings.find(({ pattern }) => pattern.test(detail));
  const meant = statusMeanings.find((meaning) => meaning.status.test(status?.slice(2) ?? ''));
  return said?.code ?? meant?.code ?? (temporary ? 'try_later' : 'refused');
}

/** The name by which the accepting server's administrator finds the letter; null when it gives none. */
export function queuedAs(reply: string): string | null {
  for (const pattern of queueNames) {
    const name = pattern.exec(reply)?.[1];
    if (name !== undefined) {
      return name.replace(/[.]$/, '');
    }
  }
  return null;
}
