/** The lexical pieces of RTF: groups, control words, octets. */
type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'byte'; readonly byte: number };

const control = /([A-Za-z]{1,40})(-?\d{1,10})? ?/y;
const BACKSLASH = 92;

const symbolWord: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  _: 'nbhyphen',
  '*': 'ignorable',
  '\n': 'par',
  '\r': 'par',
};

/** `source`: one character an octet. */
export function* readRtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) {
      const { token, end } = readControl(source, at + 1);
      at = end;
      if (token !== null) {
        yield token;
      }
      continue;
    }
    at += 1;
    if (code === 123) {
      yield { kind: 'open' };
    } else if (code === 125) {
      yield { kind: 'close' };
    } else if (code !== 10 && code !== 13) {
      yield { kind: 'byte', byte: code };
    }
  }
}

const readControl = (
  source: string,
  at: number,
): { readonly token: RtfToken | null; readonly end: number } => {
  const symbol = source.charAt(at);
  if (symbol === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16);
    return { token: Number.isNaN(byte) ? null : { kind: 'byte', byte }, end: at + 3 };
  }
  if ('\\{}'.includes(symbol) && symbol !== '') {
    return { token: { kind: 'byte', byte: symbol.charCodeAt(0) }, end: at + 1 };
  }
  const named = symbolWord[symbol];
  if (named !== undefined) {
    return { token: { kind: 'word', word: named, value: null }, end: at + 1 };
  }
  control.lastIndex = at;
  const match = control.exec(source);
  if (match === null) {
    return { token: null, end: at + 1 };
  }
  const value = match[2] === undefined ? null : Number(match[2]);
  return { token: { kind: 'word', word: match[1] ?? '', value }, end: control.lastIndex };
};
