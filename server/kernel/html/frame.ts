import { createHash } from 'node:crypto';
import { escapeHtml } from './text-to-html.ts';

export type FrameTheme = 'light' | 'dark' | 'auto';

export type FrameOptions = {
  /** `auto` follows the system. Default: auto. */
  readonly theme?: FrameTheme;
  /** BCP 47, for hyphenation and reading aloud. */
  readonly language?: string;
};

/**
 * For `<iframe sandbox="…">`. No `allow-scripts`: with `allow-same-origin` the console may measure the height, and
 * that is harmless only as long as nothing in the frame can run. Popups: links open in tabs of their own.
 */
export const frameSandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const sheet = `
:root{color-scheme:light}
html{background:#fff;color:#1f2328}
body{margin:0;padding:2px;font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere;contain:layout paint}
a{color:#0b63c5}
p.MsoNormal{margin:0}
img{max-width:100%}
img[data-remote-src]{display:inline-block;min-width:16px;min-height:16px;outline:1px dashed #b6bcc4;background:#f2f4f6}
table{max-width:100%}
pre{white-space:pre-wrap}
blockquote{margin:0 0 0 .6em;padding-left:.8em;border-left:2px solid #d0d5dc}
.paper body{padding:14px}
.dark{color-scheme:dark;background:#1b1e23;color:#e4e6ea}
.dark a{color:#77b4ff}
.dark blockquote{border-left-color:#454b55}
.dark img[data-remote-src]{outline-color:#5a616c;background:#262a31}
@media (prefers-color-scheme:dark){
.auto-paper body{padding:14px}
.auto{color-scheme:dark;background:#1b1e23;color:#e4e6ea}
.auto a{color:#77b4ff}
.auto blockquote{border-left-color:#454b55}
.auto img[data-remote-src]{outline-color:#5a616c;background:#262a31}
}
`;

const sheetHash = createHash('sha256').update(sheet).digest('base64');

/** Inside the frame only the sheet above and the cleaned style attributes apply; nothing else loads or runs. */
const policy = [
  "default-src 'none'",
  "script-src 'none'",
  "img-src 'self' data: blob:",
  `style-src-elem 'sha256-${sheetHash}'`,
  "style-src-attr 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Answer headers where the document has an address of its own. It needs one under a console whose policy forbids
 * inline styles: `srcdoc` and `blob:` documents inherit that policy and would lose the letter's colours.
 */
export const frameHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `${policy}; frame-ancestors 'self'; sandbox ${frameSandbox}`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A letter designed for white paper is shown on white paper, also at night. */
const ownColours = /(?:bgcolor|background(?:-color|-image)?|color)(?:="|:)/i;

function themeClass(html: string, theme: FrameTheme): string {
  if (theme === 'light' || !ownColours.test(html)) {
    return theme;
  }
  // A white sheet on a dark screen needs a margin; on a white screen it is no sheet.
  return theme === 'dark' ? 'paper' : 'auto-paper';
}

/** The document that shows a body cleaned by `cleanHtml` or made by `textToHtml`. `html` must be clean. */
export function frameDocument(html: string, options: FrameOptions = {}): string {
  const language = options.language === undefined ? '' : ` lang="${escapeHtml(options.language)}"`;
  return [
    `<!doctype html><html class="${themeClass(html, options.theme ?? 'auto')}"${language}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    `<style>${sheet}</style></head><body>${html}</body></html>`,
  ].join('');
}
