import { blockElements } from './elements.data.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Elements a letter may bring, the frequent ones first because the engine searches from the front. None of them holds raw text, another namespace or a form: re-parsing cannot change meaning. */
export const allowedTags: readonly string[] = words(`
  td tr br p span div a b img font table tbody strong li ul i em u blockquote h1 h2 h3 hr ol
  center th abbr acronym address article aside bdi big caption cite code col colgroup dd del
  details dfn dl dt figcaption figure footer h4 h5 h6 header ins kbd main mark nav pre q rp rt
  ruby s samp section small strike sub summary sup tfoot thead time tt var wbr
`);

/** Elements that leave with everything inside them: what they hold is no text of the letter. */
export const droppedWithContent: readonly string[] = words(`
  script style title textarea option xmp noscript noembed noframes template svg math iframe
  object applet audio video canvas plaintext xml frameset listing
`);

/** Where a line ends in the preview. */
export const blockTags: ReadonlySet<string> = new Set([
  ...blockElements,
  ...words('br caption td th'),
]);

/** Bounded, because a browser lays out what it is told: no table of 60,000 columns, no letter a kilometre wide. */
const length = /^\d{1,4}(?:\.\d{1,4})?(?:px|%|pt|em)?$/i;
const count = /^\d{1,3}$/;
const colour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,24}|[0-9a-f]{6})$/i;
const word = /^[a-z]{1,16}$/i;

/** Attributes whose value is kept as it is when it has this form. */
export const plainAttributes: ReadonlyMap<string, RegExp> = new Map([
  ['align', word],
  ['valign', word],
  ['bgcolor', colour],
  ['color', colour],
  ['bordercolor', colour],
  ['border', length],
  ['cellpadding', length],
  ['cellspacing', length],
  ['width', length],
  ['height', length],
  ['hspace', count],
  ['vspace', count],
  ['colspan', count],
  ['rowspan', count],
  ['span', count],
  ['start', /^-?\d{1,6}$/],
  ['value', /^-?\d{1,6}$/],
  ['type', /^(?:[1aAiI]|disc|circle|square)$/],
  ['size', /^[+-]?\d{1,2}$/],
  ['face', /^[\p{L}\p{N} ,'_-]{1,200}$/u],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['lang', /^[a-z0-9-]{1,35}$/i],
  ['role', /^(?:presentation|none)$/i],
  ['scope', /^(?:row|col|rowgroup|colgroup)$/i],
  ['nowrap', /^(?:nowrap)?$/i],
  ['noshade', /^(?:noshade)?$/i],
  ['open', /^(?:open)?$/i],
]);

/** Attributes with words for a person: any text, shortened. */
export const textAttributes: ReadonlySet<string> = new Set(['alt', 'title', 'abbr']);

/** The second fence: the engine lets nothing else through, whatever the rules above answered. */
export const attributesInOutput: readonly string[] = [
  ...words('style href target rel width src align valign class data-remote-src'),
  ...plainAttributes.keys(),
  ...textAttributes,
  ...words('id data-remote-background background'),
];

/** Class names by which mail clients mark quotations and signatures; any other could borrow the look of our own screens. */
export const markerClasses: ReadonlySet<string> = new Set(
  words(`
  gmail_quote gmail_quote_container gmail_attr gmail_signature gmail_extra gmail_default
  yahoo_quoted yahoo-signature moz-cite-prefix moz-signature moz-forward-container
  protonmail_quote protonmail_signature_block tutanota_quote zmail_extra zmail_signature
  OutlookMessageHeader MsoNormal WordSection1 mail-quote mail-signature js-helper
  front-signature front-blockquote freshdesk_quote zendesk_quote intercom-quote
`),
);

/** Style properties a letter may use. Nothing that leaves the flow, covers others, moves, or loads. */
export const styleProperties: ReadonlySet<string> = new Set(
  words(`
  background background-color background-image background-position background-repeat
  background-size border border-bottom border-bottom-color border-bottom-left-radius
  border-bottom-right-radius border-bottom-style border-bottom-width border-collapse
  border-color border-left border-left-color border-left-style border-left-width border-radius
  border-right border-right-color border-right-style border-right-width border-spacing
  border-style border-top border-top-color border-top-left-radius border-top-right-radius
  border-top-style border-top-width border-width box-sizing caption-side clear color direction
  display empty-cells float font font-family font-size font-style font-variant font-weight
  height letter-spacing line-height list-style list-style-position list-style-type margin
  margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width
  overflow overflow-wrap padding padding-bottom padding-left padding-right padding-top tab-size
  table-layout text-align text-decoration text-decoration-color text-decoration-line
  text-decoration-style text-indent text-transform vertical-align visibility white-space width
  word-break word-spacing word-wrap
`),
);

/** Properties with few words worth having; other values are dropped. */
export const styleKeywords: ReadonlyMap<string, RegExp> = new Map([
  [
    'display',
    /^(?:none|block|inline|inline-block|list-item|table|inline-table|table-(?:row|cell|row-group|header-group|footer-group|column|column-group|caption))$/,
  ],
  ['overflow', /^(?:hidden|visible|auto)$/],
  ['visibility', /^(?:hidden|visible|collapse)$/],
  ['float', /^(?:left|right|none)$/],
]);
