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

/** Of ours: it comes out of this field, or out of what is shown of the ticket. */
const ownPicture = /^\/api\/v1\/files\/([0-9a-f-]{36})\/content$/;

/** Own pictures that stand in a text. */
export function picturesIn(html: string): { id: string; name: string }[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('img')].flatMap((picture) => {
    const [, id] = ownPicture.exec(picture.getAttribute('src') ?? '') ?? [];
    return id ? [{ id, name: picture.getAttribute('alt') || '…' }] : [];
  });
}

/** HTML that is safe to put into the field: known elements without attributes, links with plain addresses, own pictures. */
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

function copyPicture(node: Element, to: Element): void {
  const src = node.getAttribute('src') ?? '';
  if (ownPicture.test(src)) {
    const made = document.createElement('img');
    made.setAttribute('src', src);
    for (const name of ['alt', 'width']) {
      made.setAttribute(name, node.getAttribute(name) ?? '');
    }
    to.append(made);
  }
}

function copyElement(node: Element, to: Element, depth: number): void {
  if (node.tagName === 'IMG') {
    copyPicture(node, to);
    return;
  }
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
