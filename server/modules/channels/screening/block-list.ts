import { domainToASCII } from 'node:url';
import { invalid } from '../../../kernel/errors.ts';
import type { BlockKind } from './schema.ts';
import { matchesWildcard } from './wildcard.ts';

export type Blocked = { readonly id: string; readonly kind: BlockKind; readonly value: string };
export type Sender = { readonly address: string; readonly subject: string };
/** @returns the entry that speaks against a sender; null when none does */
export type BlockList = (sender: Sender) => Blocked | null;

/** Subjects are cut before they are looked at: nobody reads further either. */
const readOfSubject = 500;

export function compileBlockList(entries: readonly Blocked[]): BlockList {
  const of = (kind: BlockKind) => entries.filter((entry) => entry.kind === kind);
  const addresses = new Map(of('address').map((entry) => [entry.value, entry]));
  const domains = new Map(of('domain').map((entry) => [entry.value, entry]));
  const patterns = of('pattern');
  const subjects = of('subject');
  return ({ address, subject }) => {
    const sender = address.trim().toLowerCase();
    const about = subject.slice(0, readOfSubject).toLowerCase();
    return (
      addresses.get(sender) ??
      addresses.get(sender.replace(/\+[^@]*@/, '@')) ??
      domainsOf(sender)
        .map((domain) => domains.get(domain))
        .find((entry) => entry !== undefined) ??
      patterns.find(({ value }) => matchesWildcard(value, sender)) ??
      subjects.find(({ value }) => matchesWildcard(value, about)) ??
      null
    );
  };
}

/** `a@mail.shop.test`: mail.shop.test, shop.test, test. */
function domainsOf(address: string): string[] {
  const labels = asciiDomain(address.slice(address.lastIndexOf('@') + 1)).split('.');
  return labels.map((_label, at) => labels.slice(at).join('.'));
}

const asciiDomain = (domain: string): string => domainToASCII(domain) || domain.toLowerCase();

/** As long as an address may be; what is written in other letters grows when it is put into ASCII. */
const longest = 320;

/**
 * An entry as it is compared. A whole top-level domain may be blocked; a pattern that is nothing but wildcards may not.
 * @throws Refusal 400 with the field `value`
 */
export function normalBlock(kind: BlockKind, given: string): string {
  const value = compared(kind, given);
  if ([...value].length > longest) {
    throw invalid('value', 'too_long');
  }
  return value;
}

function compared(kind: BlockKind, given: string): string {
  const value = given.trim().toLowerCase();
  if (kind === 'address') {
    if (!/^[^\s@*?]+@[^\s@*?]+$/.test(value)) {
      throw invalid('value', 'not_email');
    }
    return value;
  }
  if (kind === 'domain') {
    const domain = asciiDomain(value.replace(/^@|^\*?\./, '').replace(/\.$/, ''));
    if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(domain)) {
      throw invalid('value', 'not_domain');
    }
    return domain;
  }
  if (value.replace(/[*?\s@.]/g, '').length < 3) {
    throw invalid('value', 'too_broad');
  }
  return kind === 'subject' && !/[*?]/.test(value) ? `*${value}*` : value;
}
