import { createHash } from 'node:crypto';

const named = /^(?:message-id|date|from|subject)[ \t]*:/i;

/**
 * The same for every copy of one letter, whatever UID, folder or route it has: a hash of its Message-ID, Date,
 * From, Subject and body. Message-ID alone will not do: there are programs that give one to all their letters.
 */
export function letterFingerprint(raw: Buffer): string {
  const { head, body } = split(raw);
  const hash = createHash('sha256');
  const fields = head.split(/\r?\n(?![ \t])/).filter((field) => named.test(field));
  for (const field of fields.toSorted()) {
    hash.update(field.replaceAll(/\s+/g, ' ').trim(), 'latin1').update('\n');
  }
  return hash.update(body).digest('base64url');
}

function split(raw: Buffer): { head: string; body: Buffer } {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf === -1 && lf === -1) {
    return { head: raw.toString('latin1'), body: Buffer.alloc(0) };
  }
  const isCrlf = crlf !== -1 && (lf === -1 || crlf < lf);
  const end = isCrlf ? crlf : lf;
  return {
    head: raw.subarray(0, end).toString('latin1'),
    body: raw.subarray(end + (isCrlf ? 4 : 2)),
  };
}
