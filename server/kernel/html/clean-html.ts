import sanitizeHtml from 'sanitize-html';
import { cleanAttributes, type ImageRules } from './attributes.ts';
import { BoundedTokenizer } from './bounded-tokenizer.ts';
import { allowedTags, attributesInOutput, blockTags, droppedWithContent } from './policy.data.ts';
import { Preview } from './preview.ts';
import { withoutHiddenCharacters } from './visible-text.ts';

export type CleanOptions = {
  /** Our own address for a remote picture, or null to keep it blocked. Default: all are blocked. */
  readonly imageUrl?: (src: string) => string | null;
  /** `Content-ID` without brackets, or `Content-Location`, → our own address. */
  readonly contentIds?: ReadonlyMap<string, string>;
  /** Addresses of our own that stay as they are: a picture of the letter, quoted in an answer. Default: none. */
  readonly isOurs?: (src: string) => boolean;
};

export type CleanedHtml = {
  /** Safe in our own page and in the sandboxed frame; well-formed enough to be quoted. */
  readonly html: string;
  /** Remote pictures left out; each stands as `data-remote-src` or `data-remote-background`. */
  readonly blockedImages: number;
  /** The first visible words, one line, at most 240 characters. */
  readonly textPreview: string;
  /** True when the letter was longer than `maxHtmlLength` and its end is missing. */
  readonly truncated: boolean;
};

/** Characters; the rest of a longer body is cut off, the raw letter keeps it. */
export const maxHtmlLength = 5_000_000;

/** Element depth in the result. Chains of forty replies by Outlook reach about 200. */
const nestingLimit = 256;

const noPictures: ReadonlyMap<string, string> = new Map();

const fixedOptions: sanitizeHtml.IOptions = {
  allowedTags: [...allowedTags],
  nonTextTags: [...droppedWithContent],
  allowedAttributes: { '*': [...attributesInOutput] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob', 'cid'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // Styles are cleaned in transformTags: parsing each with postcss took ten times as long as all the rest.
  parseStyleAttributes: false,
  nestingLimit,
  parser: { decodeEntities: true, Tokenizer: BoundedTokenizer },
};

/**
 * Makes the HTML of a stranger's letter harmless: an allow-list of elements, attributes and styles; no script, form,
 * frame, style sheet or foreign namespace; remote pictures blocked; ids prefixed. Never throws; linear in the length.
 */
export function cleanHtml(html: string, options: CleanOptions = {}): CleanedHtml {
  const truncated = html.length > maxHtmlLength;
  let blockedImages = 0;
  const rules: ImageRules = {
    remote: options.imageUrl ?? (() => null),
    inLetter: options.contentIds ?? noPictures,
    isOurs: options.isOurs ?? (() => false),
    onBlocked: () => {
      blockedImages += 1;
    },
  };
  const preview = new Preview();
  const cleaned = sanitizeHtml(
    withoutHiddenCharacters(truncated ? html.slice(0, maxHtmlLength) : html),
    {
      ...fixedOptions,
      transformTags: {
        '*': (tag, attributes) => {
          if (blockTags.has(tag)) {
            preview.breakLine();
          }
          // A letter's colours often stand on its body; without them white text would stand on our white page.
          const tagName = tag === 'body' ? 'div' : tag;
          return { tagName, attribs: cleanAttributes(tagName, attributes, rules) };
        },
      },
      textFilter: (escaped) => {
        const text = withoutHiddenCharacters(escaped);
        preview.add(text);
        return text;
      },
    },
  );
  return { html: cleaned, blockedImages, textPreview: preview.text(), truncated };
}
