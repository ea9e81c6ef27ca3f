/** How much of a letter is read. Whatever is beyond is left out and named in `Letter.defects`. */
export type LetterLimits = {
  /** Leaves and multiparts together. */
  readonly maxParts: number;
  /** Multiparts within multiparts. */
  readonly maxDepth: number;
  /** Octets of one header block. */
  readonly maxHeaderBytes: number;
  /** Fields of one header block. */
  readonly maxHeaderFields: number;
  /** Characters of one value in `Letter.headers`; address lists are read up to `maxHeaderBytes`. */
  readonly maxFieldLength: number;
  /** Mailboxes of one field. */
  readonly maxRecipients: number;
  /** Characters of the body as text. */
  readonly maxTextLength: number;
  /** Characters of the body as HTML, images within it included. */
  readonly maxHtmlLength: number;
  /** Files, those unpacked from winmail.dat and uuencode included. */
  readonly maxFiles: number;
};

export const defaultLetterLimits: LetterLimits = {
  maxParts: 2000,
  maxDepth: 40,
  maxHeaderBytes: 4 * 1024 * 1024,
  maxHeaderFields: 2000,
  maxFieldLength: 65_536,
  maxRecipients: 10_000,
  maxTextLength: 1_000_000,
  maxHtmlLength: 6_000_000,
  maxFiles: 1000,
};

/** What was mended or left out, each code once, in order of appearance. */
export type Defects = Set<string>;
