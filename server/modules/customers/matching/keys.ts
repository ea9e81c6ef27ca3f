import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { nameKey, plain, skeletonOf, wordsOfName } from './folding.ts';

export type KeyKind = 'word' | 'digits' | 'phone' | 'email' | 'name' | 'colleague';
/** `word` and `digits` are for finding by their beginning, the others for comparing. */
export type Key = { readonly kind: KeyKind; readonly key: string };

export type Known = {
  readonly name: string;
  readonly organizationId: string | null;
  readonly contacts: readonly { kind: string; value: string; normalized: string }[];
};

const maxKeyLength = 200;

/** Everything somebody is found and compared by. */
export function keysOf({ name, organizationId, contacts }: Known): Key[] {
  const keys: Key[] = [];
  const add = (kind: KeyKind, key: string | null | undefined) => {
    if (key) {
      keys.push({ kind, key: key.slice(0, maxKeyLength) });
    }
  };
  for (const word of wordsOfName(name).slice(0, 12)) {
    add('word', word);
    add('word', skeletonOf(word));
  }
  const whole = nameKey(name);
  add('name', whole);
  add('colleague', whole && organizationId && `${organizationId} ${whole}`);
  for (const { kind, normalized } of contacts) {
    if (kind === 'email') {
      add('email', mailboxOf(normalized));
      add('word', plain(normalized));
      add('word', plain(normalized.slice(normalized.lastIndexOf('@') + 1)));
    } else {
      const phone = phoneOf(kind, normalized);
      add('phone', phone);
      add('digits', phone);
      add('digits', phone && nationalOf(phone));
      add('word', phone ? null : plain(normalized));
    }
  }
  return [...new Map(keys.map((key) => [`${key.kind} ${key.key}`, key])).values()];
}

const messengersByPhone = new Set(['whatsapp', 'viber', 'telegram', 'max']);

/** The number behind a contact point, digits with the country and without an extension. */
export function phoneOf(kind: string, normalized: string): string | null {
  if (kind === 'phone') {
    return normalized.replace(/;ext=.*$/, '').replace(/^\+/, '');
  }
  const digits = normalized.replace(/[\s()+.-]/g, '');
  return messengersByPhone.has(kind) && /^[0-9]{10,15}$/.test(digits)
    ? (parsePhoneNumberFromString(`+${digits}`)?.number.slice(1) ?? digits)
    : null;
}

export const extensionOf = (normalized: string): string | null =>
  /;ext=(.+)$/.exec(normalized)?.[1] ?? null;

const nationalOf = (phone: string): string | null =>
  parsePhoneNumberFromString(`+${phone}`)?.nationalNumber ?? null;

/** Several names of one provider. */
const providers: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'ya.ru': 'yandex.ru',
  'yandex.com': 'yandex.ru',
  'yandex.by': 'yandex.ru',
  'yandex.kz': 'yandex.ru',
  'yandex.ua': 'yandex.ru',
  'narod.ru': 'yandex.ru',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
};

/**
 * The mailbox that an address leads to: what stands after a plus is a mark for oneself; Gmail does not see dots, Yandex
 * takes a dot for a hyphen and has one mailbox at all of its domains.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const typed = address.slice(at + 1);
  const domain = providers[typed] ?? typed;
  const local = address.slice(0, at).replace(/(?<=.)\+.*$/, '');
  if (domain === 'gmail.com') {
    return `${local.replaceAll('.', '')}@${domain}`;
  }
  return `${domain === 'yandex.ru' ? local.replaceAll('.', '-') : local}@${domain}`;
}
