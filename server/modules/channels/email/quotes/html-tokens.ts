import { Parser } from 'htmlparser2';
import { BoundedTokenizer } from '../../../../kernel/html/bounded-tokenizer.ts';
import { markOf, type ElementMark } from './html-marks.ts';

/**
 * A piece of the source. An `open` knows its `close` by the stack of whoever reads the list; a close that the writer
 * forgot has an empty place in the source.
 */
export type HtmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly source: string;
      readonly mark: ElementMark;
    }
  | { readonly kind: 'close'; readonly name: string; readonly source: string }
  | { readonly kind: 'text' | 'void'; readonly name: string; readonly source: string }
  | { readonly kind: 'frame'; readonly name: string; readonly source: string };

const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Cuts HTML into tokens whose sources, put together, are the source again (save for closes the writer forgot). */
export const htmlTokens = (html: string): readonly HtmlToken[] => {
  const tokens: HtmlToken[] = [];
  const slice = (): string => html.slice(parser.startIndex, parser.endIndex + 1);
  let opening: Record<string, string> = {};
  const parser = new Parser(
    {
      onopentagname() {
        opening = {};
      },
      onattribute(name, value) {
        opening[name] ??= value;
      },
      onopentag(name) {
        const mark = markOf(name, opening);
        tokens.push(
          voids.has(name)
            ? { kind: 'void', name: mark === 'cut' ? 'hr-cut' : name, source: slice() }
            : { kind: 'open', name, source: slice(), mark },
        );
      },
      ontext() {
        const last = tokens.at(-1);
        const source = slice();
        if (last?.kind === 'text' && last.name === 'text') {
          tokens[tokens.length - 1] = { kind: 'text', name: 'text', source: last.source + source };
        } else {
          tokens.push({ kind: 'text', name: 'text', source });
        }
      },
      onclosetag(name, implied) {
        if (!voids.has(name)) {
          tokens.push({ kind: 'close', name, source: implied ? `</${name}>` : slice() });
        }
      },
      oncomment() {
        tokens.push({ kind: 'frame', name: 'comment', source: slice() });
      },
      onprocessinginstruction() {
        tokens.push({ kind: 'frame', name: 'doctype', source: slice() });
      },
    },
    {
      decodeEntities: false,
      lowerCaseTags: true,
      lowerCaseAttributeNames: true,
      Tokenizer: BoundedTokenizer,
    },
  );
  parser.end(html);
  return tokens;
};

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  zwnj: '',
};

const ofNumber = (code: number): string =>
  code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';

/** Text as read, near enough to recognise phrases in it. */
export const decoded = (source: string): string =>
  source.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,10}));/gi,
    (entity, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) {
        return ofNumber(Number.parseInt(hex, 16));
      }
      return decimal === undefined
        ? (named[(name ?? '').toLowerCase()] ?? entity)
        : ofNumber(Number(decimal));
    },
  );
