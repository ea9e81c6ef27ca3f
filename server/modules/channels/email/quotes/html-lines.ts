import { blockElements, unreadElements } from '../../../../kernel/html/elements.data.ts';
import { decoded, type HtmlToken } from './html-tokens.ts';
import { IMAGE, isBlank, linesOf, type Line } from './line.ts';
import { replyHeaderSpan } from './reply-header.ts';

const LINE_CHARACTERS = 4_000;

type Draft = { text: string; quoted: boolean; mark: Line['mark']; perhaps: number };

type Open = {
  readonly name: string;
  readonly mark: Extract<HtmlToken, { kind: 'open' }>['mark'];
  readonly id: number;
};

/** Writes lines token by token and remembers which token stands on which line. */
class LineWriter {
  readonly drafts: Draft[] = [{ text: '', quoted: false, mark: null, perhaps: 0 }];
  private readonly stack: Open[] = [];
  private quotes = 0;
  private signatures = 0;
  private hidden = 0;
  private readonly perhaps: number[] = [];
  private cutNext = false;
  private ids = 0;

  get line(): number {
    return this.drafts.length - 1;
  }

  get isHidden(): boolean {
    return this.hidden > 0;
  }

  private breakLine(): void {
    const last = this.drafts.at(-1);
    const fresh = {
      text: '',
      quoted: this.quotes > 0,
      mark: this.markNow(),
      perhaps: this.perhaps.at(-1) ?? 0,
    };
    if (last !== undefined && last.text.trim() === '' && last.mark !== 'cut') {
      this.drafts[this.drafts.length - 1] = fresh;
    } else {
      this.drafts.push(fresh);
    }
  }

  private markNow(): Line['mark'] {
    return this.signatures > 0 ? 'signature' : null;
  }

  /** An own line for an empty one, so that paragraphs stay apart. */
  private emptyLine(): void {
    this.drafts.push({
      text: '',
      quoted: this.quotes > 0,
      mark: this.markNow(),
      perhaps: this.perhaps.at(-1) ?? 0,
    });
  }

  open({ name, mark }: { readonly name: string; readonly mark: Open['mark'] }): void {
    this.ids += 1;
    this.stack.push({ name, mark, id: this.ids });
    this.quotes += mark === 'quote' ? 1 : 0;
    this.signatures += mark === 'signature' ? 1 : 0;
    this.hidden += unreadElements.has(name) ? 1 : 0;
    if (mark === 'perhaps') {
      this.perhaps.push(this.ids);
    }
    this.cutNext ||= mark === 'cut';
    if (blockElements.has(name) || mark !== null) {
      this.breakLine();
    }
  }

  close(): void {
    const element = this.stack.pop();
    if (element === undefined) {
      return;
    }
    const { name, mark } = element;
    this.quotes -= mark === 'quote' ? 1 : 0;
    this.signatures -= mark === 'signature' ? 1 : 0;
    this.hidden -= unreadElements.has(name) ? 1 : 0;
    if (mark === 'perhaps') {
      this.perhaps.pop();
    }
    if (blockElements.has(name) || mark !== null) {
      this.breakLine();
    }
    if (name === 'p') {
      this.emptyLine();
    }
  }

  void(name: string): void {
    if (name === 'br') {
      this.drafts.push({
        text: '',
        quoted: this.quotes > 0,
        mark: this.markNow(),
        perhaps: this.perhaps.at(-1) ?? 0,
      });
    } else if (name === 'hr-cut') {
      this.cutNext = true;
      this.breakLine();
    } else if (name === 'hr') {
      this.breakLine();
      this.text('----------');
      this.drafts.push({
        text: '',
        quoted: this.quotes > 0,
        mark: this.markNow(),
        perhaps: this.perhaps.at(-1) ?? 0,
      });
    } else if (name === 'img') {
      this.text(IMAGE);
    }
  }

  text(words: string): void {
    const draft = this.drafts.at(-1);
    if (draft === undefined || draft.text.length > LINE_CHARACTERS) {
      return;
    }
    const piece = words.replaceAll(/\s+/g, ' ');
    draft.text += draft.text === '' ? piece.trimStart() : piece;
    if (this.cutNext && piece.trim() !== '' && piece !== IMAGE) {
      draft.mark = 'cut';
      this.cutNext = false;
    }
  }
}

export type HtmlLines = {
  readonly lines: readonly Line[];
  /** For every token the line that it stands on. */
  readonly lineOf: readonly number[];
};

/** Plain quoting in HTML: a line that begins with `>` is quoted there, too. */
const asLine = ({ text, quoted, mark }: Draft): Line => {
  const plain = linesOf([text])[0] ?? { text, quoted: false, mark: null };
  return { text: plain.text, quoted: quoted || plain.quoted, mark };
};

const lastWritten = (lines: readonly Line[], before: number): number => {
  let index = before - 1;
  while (index >= 0 && before - index < 4 && isBlank(lines[index] as Line)) {
    index -= 1;
  }
  return index;
};

/** An indented block is an old letter if the line above says so; else somebody merely indents. */
const settlePerhaps = (drafts: readonly Draft[], plain: readonly Line[]): readonly Line[] => {
  const settled = new Map<number, boolean>();
  return plain.map((line, index) => {
    const { perhaps } = drafts[index] as Draft;
    if (perhaps === 0) {
      return line;
    }
    let quoted = settled.get(perhaps);
    if (quoted === undefined) {
      const above = lastWritten(plain, index);
      quoted = [above, above - 1].some(
        (start) => start >= 0 && replyHeaderSpan(plain, start) > above - start,
      );
      settled.set(perhaps, quoted);
    }
    return quoted ? { ...line, quoted: true } : line;
  });
};

/** The lines of an HTML body with what its markup says of them. */
export const htmlLines = (tokens: readonly HtmlToken[]): HtmlLines => {
  const writer = new LineWriter();
  const lineOf = tokens.map((token) => {
    if (token.kind === 'open') {
      writer.open(token);
    } else if (token.kind === 'text' && !writer.isHidden) {
      writer.text(decoded(token.source));
    }
    const line = writer.line;
    if (token.kind === 'void') {
      writer.void(token.name);
    } else if (token.kind === 'close') {
      writer.close();
    }
    return token.kind === 'void' && token.name !== 'br' ? writer.line : line;
  });
  const plain = writer.drafts.map(asLine);
  return { lines: settlePerhaps(writer.drafts, plain), lineOf };
};
