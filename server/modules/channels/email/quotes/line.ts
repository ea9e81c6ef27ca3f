/** One line as a reader sees it. */
export type Line = {
  /** Without the marks of quoting. */
  readonly text: string;
  /** Stands below a `>`, or in HTML inside of an element that mail programs quote with. */
  readonly quoted: boolean;
  /** What the markup of a mail program says of it: the signature, or the place from which the old letter follows. */
  readonly mark: 'signature' | 'cut' | null;
};

export type Fate = 'visible' | 'quoted' | 'signature';

/** `>` in any number, or initials before it as The Bat! writes them. */
const quoteMark = /^[ \t]{0,4}(?:[A-ZА-ЯЁ]{1,4}>[> \t]*|(?:>[ \t]?)+)/;

/** Stands for an image in the lines of an HTML body: it takes a place there, but says nothing. */
export const IMAGE = '\u{fffc}';

export const isBlank = ({ text }: Line): boolean => text.replaceAll(IMAGE, '').trim() === '';

const lineOf = (raw: string): Line => {
  const mark =
    raw.length > 0 && /[>]/.test(raw.slice(0, 40)) ? quoteMark.exec(raw.slice(0, 400)) : null;
  return mark === null
    ? { text: raw, quoted: false, mark: null }
    : { text: raw.slice(mark[0].length), quoted: true, mark: null };
};

/** The end of `Name <name@example.org` that a mail program broke over two lines, e.g. `> wrote:`. */
const addressEnd = /^\s*>\s*(?::|wrote|schrieb|написал|писал|a écrit|escribió|escreveu)/i;

const closesAddress = (raw: string, before: string): boolean =>
  addressEnd.test(raw.slice(0, 60)) && before.trim() !== '' && !/^\s*>/.test(before.slice(0, 20));

/** Lines as read. A lone `>` that closes an address broken over two lines is no quote. */
export const linesOf = (raws: readonly string[]): readonly Line[] =>
  raws.map((raw, index) =>
    index > 0 && closesAddress(raw, raws[index - 1] ?? '')
      ? { text: raw, quoted: false, mark: null }
      : lineOf(raw),
  );
