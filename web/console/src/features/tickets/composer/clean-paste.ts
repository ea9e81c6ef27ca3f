/** What of a foreign page may come into an answer: its form, never its looks. The server cleans once more. */
const kept: Record<string, string> = {
  P: 'p',
  DIV: 'p',
  H1: 'p',
  H2: 'p',
  H3: 'p',
  BR: 'br',
  B: 'b',
  STRONG: 'b',
  I: 'i',
  EM: 'i',
  U: 'u',
  S: 's',
  A: 'a',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  BLOCKQUOTE: 'blockquote',
  PRE: 'pre',
  CODE: 'code',
};
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'HEAD', 'META']);
const deepest = 60;

/** HTML that is safe to put into the field: known elements without attributes, links with plain addresses. */
export function cleanPaste(html: string): string {
  const from = new DOMParser().parseFromString(html, 'text/html');
  const to = document.createElement('div');
  copy(from.body, to, 0);
  return to.innerHTML;
}

function copy(from: Node, to: Element, depth: number): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.textContent ?? '');
    } else if (node instanceof Element && !dropped.has(node.tagName) && depth < deepest) {
      copyElement(node, to, depth);
    }
  }
}

function copyElement(node: Element, to: Element, depth: number): void {
  const name = kept[node.tagName];
  // A paragraph inside of one would be torn apart by the browser.
  const isFlat = name === 'p' && to.closest('p, li, pre') !== null;
  const href = name === 'a' ? linkOf(node) : null;
  if (!name || isFlat || isPlainBold(node) || (name === 'a' && !href)) {
    copy(node, to, depth + 1);
    return;
  }
  const made = document.createElement(name);
  if (href) {
    made.setAttribute('href', href);
  }
  to.append(made);
  copy(node, made, depth + 1);
}

/** Google Docs wraps everything into a bold that is none. */
const isPlainBold = (node: Element): boolean =>
  node.tagName === 'B' && /font-weight:\s*normal/i.test(node.getAttribute('style') ?? '');

function linkOf(node: Element): string | null {
  const href = node.getAttribute('href') ?? '';
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : null;
}
