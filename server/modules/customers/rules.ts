import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { ContactKind } from './schema.ts';

/**
 * The form in which a contact point is compared. Addresses: lower case throughout, since no provider that people use
 * tells `Ann@` from `ann@`. Phones: E.164, with `;ext=` (RFC 3966) where there is an extension: colleagues behind one
 * switchboard are not one person. `country` is where a number without a country code is dialled.
 */
export function normalizeContact(
  kind: ContactKind,
  value: string,
  country: CountryCode = 'RU',
): string | null {
  if (kind === 'email') {
    const address = value.trim().normalize('NFC').toLowerCase();
    return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
  }
  if (kind === 'phone') {
    // No national number begins with two zeros, but half of the world dials abroad so.
    const phone = parsePhoneNumberFromString(value.replace(/^\s*00(?=[1-9])/, '+'), country);
    return phone?.isPossible() ? phone.number + (phone.ext ? `;ext=${phone.ext}` : '') : null;
  }
  return value.trim().replace(/^@/, '').toLowerCase() || null;
}

/** A name to show when the writer gave none: what stands before the @, made readable. */
export function nameFromAddress(address: string): string {
  const local = address.split('@')[0]?.split('+')[0] ?? address;
  const words = local.split(/[._-]+/).filter(Boolean);
  const readable = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return words.length > 1 && words.every((word) => /^\p{L}+$/u.test(word)) ? readable : address;
}

/** Providers where a shared domain says nothing about where somebody works. */
const publicDomains = new Set(
  (
    'gmail.com googlemail.com yandex.ru yandex.com ya.ru mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ' +
    'outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com mac.com proton.me protonmail.com aol.com ' +
    'gmx.de gmx.net web.de zoho.com fastmail.com ukr.net tut.by mail.com vk.com localhost'
  ).split(' '),
);

/** The domain that may stand for an organization; null for public mail providers. */
export function workDomain(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain && !publicDomains.has(domain) ? domain : null;
}
