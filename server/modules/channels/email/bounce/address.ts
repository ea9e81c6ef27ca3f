const LOCAL_LIMIT = 128;
const DOMAIN_LIMIT = 255;
const TOKEN_LIMIT = LOCAL_LIMIT + DOMAIN_LIMIT + 1;
const stopsAddress = new Set(' \t\r\n<>()[]",;:\'`|{}\\\u3000、。「」');

export type FoundAddress = {
  readonly address: string;
  readonly start: number;
  readonly end: number;
};

const endOf = (text: string, at: number): number => {
  let end = at + 1;
  while (end < text.length && end - at <= DOMAIN_LIMIT && !stopsAddress.has(text[end] ?? ' ')) {
    end += 1;
  }
  while (end > at + 1 && /[.!?=*]/.test(text[end - 1] ?? '')) {
    end -= 1;
  }
  return end;
};

const startOfQuoted = (text: string, at: number): number => {
  const open = text.lastIndexOf('"', at - 2);
  return open >= 0 && at - open <= LOCAL_LIMIT && !text.slice(open, at).includes('\n') ? open : at;
};

const startOf = (text: string, at: number): number => {
  if (text[at - 1] === '"') {
    return startOfQuoted(text, at);
  }
  let start = at;
  while (start > 0 && at - start < LOCAL_LIMIT && !stopsAddress.has(text[start - 1] ?? ' ')) {
    start -= 1;
  }
  return start;
};

/** Mail addresses in a text, in order. Walks out from each `@`, so that its time grows with the text only. */
export const addressesIn = (text: string): readonly FoundAddress[] => {
  const found: FoundAddress[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOf(text, at);
    const end = endOf(text, at);
    const domainThere = /^[\p{L}\p{N}_]/u.test(text.slice(at + 1, at + 3));
    if (start < at && domainThere && end - start <= TOKEN_LIMIT) {
      found.push({ address: text.slice(start, end), start, end });
    }
  }
  return found;
};

export const sameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** The address of a `Final-Recipient`-like value: `rfc822; <a@b>`, `a@b`, a source route, or a bare name. */
export const recipientOf = (value: string): string => {
  const afterType = value.includes(';') ? value.slice(value.indexOf(';') + 1) : value;
  const route = /^\s*<?@[^:\s]{1,255}:/.exec(afterType);
  const plain = route === null ? afterType : afterType.slice(route[0].length);
  const address = addressesIn(plain).at(0)?.address;
  return address ?? plain.replaceAll(/[<>"]/g, '').trim().split(/\s/, 1)[0] ?? '';
};
