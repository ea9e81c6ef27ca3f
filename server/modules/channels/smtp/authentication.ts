import { resolve as resolveDns } from 'node:dns/promises';
import { createReadStream } from 'node:fs';
import { authenticate as verify, type AuthenticateResult, type DNSResolver } from 'mailauth';
import type { Envelope, RawLetter } from './letter.ts';
import { isPrivateAddress } from './limits.ts';

/** RFC 8601 §2.7; `none` also when there was nothing to check. */
export type AuthenticationResult =
  | 'none'
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'policy'
  | 'temperror'
  | 'permerror';

/** Plain JSON, kept on the message. */
export type MailAuthentication = {
  /** RFC 7208, of MAIL FROM (HELO for a bounce) and the peer's address. */
  readonly spf: AuthenticationResult;
  /** RFC 6376, one for each signature, the domain that signed; empty when unsigned. */
  readonly dkim: readonly { readonly domain: string; readonly result: AuthenticationResult }[];
  /** RFC 7489; `none` when the author's domain publishes no policy. */
  readonly dmarc: AuthenticationResult;
  /** Domain of the From header, lower case; null when it is missing, unreadable or not one. */
  readonly from: string | null;
};

export type { DNSResolver } from 'mailauth';

export type AuthenticationOptions = {
  /** Rejects with `code` ENOTFOUND, ENODATA, ETIMEOUT… as node:dns does. */
  readonly resolver?: DNSResolver;
  /** For all look-ups together; afterwards every open question is `temperror`. */
  readonly timeoutMs?: number;
};

const headWindow = 64 * 1024;
const known = new Set<string>([
  'none',
  'pass',
  'fail',
  'softfail',
  'neutral',
  'policy',
  'temperror',
  'permerror',
]);

/**
 * Never throws and never lasts longer than the time limit. Asks DNS only when there is something to ask: a
 * letter of a private peer without a signature is `none` at the cost of one search in its head.
 */
export async function authenticate(
  raw: RawLetter,
  envelope: Pick<Envelope, 'from' | 'helo' | 'remoteAddress'>,
  options: AuthenticationOptions = {},
): Promise<MailAuthentication> {
  const inside = isPrivateAddress(envelope.remoteAddress);
  const bytes = raw.kind === 'bytes' ? raw.bytes : null;
  if (inside && bytes !== null && !hasSignature(bytes)) {
    return nothingToCheck(bytes);
  }
  const deadline = timeout(options.timeoutMs ?? 3_000);
  const verified = check(raw, envelope, options.resolver ?? systemResolver);
  verified.catch(() => undefined);
  try {
    return summary(await Promise.race([verified, deadline.reached]), inside);
  } catch {
    return { ...nothingToCheck(bytes ?? Buffer.alloc(0)), ...unknownForNow };
  } finally {
    deadline.cancel();
  }
}

function check(
  raw: RawLetter,
  { remoteAddress, helo, from }: Pick<Envelope, 'from' | 'helo' | 'remoteAddress'>,
  resolver: DNSResolver,
): Promise<AuthenticateResult> {
  return verify(raw.kind === 'bytes' ? raw.bytes : createReadStream(raw.path), {
    // A peer inside is the operator's own relay: its address says nothing about the author's domain.
    ...(isPrivateAddress(remoteAddress) ? {} : { ip: remoteAddress }),
    helo,
    sender: from,
    mta: 'otklik',
    disableArc: true,
    disableBimi: true,
    resolver,
  });
}

const systemResolver: DNSResolver = (domain, type) =>
  resolveDns(domain, type) as Promise<string[][]>;

const unknownForNow = { spf: 'temperror', dmarc: 'temperror' } as const;

function summary(verified: AuthenticateResult, inside: boolean): MailAuthentication {
  const [author, ...others] = verified.dkim.headerFrom;
  return {
    spf: inside || verified.spf === false ? 'none' : asResult(verified.spf.status.result),
    dkim: verified.dkim.results
      .filter((signature) => signature.signingDomain !== undefined)
      .map((signature) => ({
        domain: (signature.signingDomain ?? '').toLowerCase(),
        result: asResult(signature.status.result),
      })),
    dmarc: verified.dmarc === false ? 'none' : asResult(verified.dmarc.status.result),
    from: author === undefined || others.length > 0 ? null : domainOf(author),
  };
}

function nothingToCheck(bytes: Buffer): MailAuthentication {
  return { spf: 'none', dkim: [], dmarc: 'none', from: authorDomain(head(bytes)) };
}

function hasSignature(bytes: Buffer): boolean {
  return /^dkim-signature[ \t]*:/im.test(head(bytes));
}

/** Signatures stand on top of a head; a head longer than the window is not a letter of the operator's relay. */
function head(bytes: Buffer): string {
  const top = bytes.subarray(0, headWindow).toString('latin1');
  const end = top.search(/\r?\n\r?\n/);
  return end === -1 ? top : top.slice(0, end);
}

function authorDomain(top: string): string | null {
  const line = /^from[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)/im.exec(top)?.[1] ?? '';
  const addresses = [
    ...line.replaceAll(/"(?:\\.|[^"\\])*"/g, '').matchAll(/[^\s<>,;"()]+@[^\s<>,;"()]+/g),
  ];
  const [only] = addresses;
  return addresses.length === 1 && only !== undefined ? domainOf(only[0]) : null;
}

function domainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain === '' || domain === address.toLowerCase() ? null : domain;
}

function asResult(result: string): AuthenticationResult {
  return known.has(result) ? (result as AuthenticationResult) : 'temperror';
}

function timeout(delayMs: number): { reached: Promise<never>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), delayMs);
  });
  reached.catch(() => undefined);
  return { reached, cancel: () => clearTimeout(timer) };
}
