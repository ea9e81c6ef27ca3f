const blocks = new Set(['P', 'DIV', 'LI', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'H1', 'H2', 'H3']);

/** What stands in the field as plain text: a line for each paragraph, a mark before what is listed. */
export function textOfField(field: HTMLElement): string {
  const lines: string[] = [''];
  write(field, lines);
  return lines.join('\n').replaceAll('\u00A0', ' ').trimEnd();
}

function write(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      writeElement(child, lines);
    } else {
      add(lines, child.textContent ?? '');
    }
  }
}

function writeElement(element: Element, lines: string[]): void {
  if (element.tagName === 'BR') {
    // The browser keeps an empty paragraph open by one.
    if (element.nextSibling) {
      lines.push('');
    }
    return;
  }
  if (element.tagName === 'IMG') {
    add(lines, `[${element.getAttribute('alt') || '…'}]`);
    return;
  }
  const isBlock = blocks.has(element.tagName);
  if (isBlock && (lines.length > 1 || lines[0] !== '') && !isFirstInBlock(element)) {
    lines.push('');
  }
  if (element.tagName === 'LI') {
    add(lines, markOf(element));
  }
  write(element, lines);
}

/** A list begins the line that its first entry stands in. */
const isFirstInBlock = (element: Element): boolean =>
  !element.previousSibling && element.parentElement?.matches('ul, ol, blockquote, li') === true;

function markOf(entry: Element): string {
  const list = entry.parentElement;
  return list?.tagName === 'OL' ? `${[...list.children].indexOf(entry) + 1}. ` : '- ';
}

function add(lines: string[], text: string): void {
  const [first = '', ...rest] = text.split('\n');
  lines[lines.length - 1] += first;
  lines.push(...rest);
}
