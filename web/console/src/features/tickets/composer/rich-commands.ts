export type Format = 'bold' | 'italic' | 'list' | 'numbers' | 'quote' | 'code' | 'link';

const run = (command: string, value?: string): boolean =>
  document.execCommand(command, false, value);

function blockAround(): Element | null {
  const node = document.getSelection()?.anchorNode ?? null;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest('blockquote, pre, li, p') ?? null;
}

const isIn = (name: string): boolean => {
  const node = document.getSelection()?.anchorNode ?? null;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return Boolean(element?.closest(name));
};

function toggleBlock(name: 'blockquote' | 'pre'): void {
  if (isIn(name)) {
    run('formatBlock', 'p');
    if (isIn('blockquote')) {
      run('outdent');
    }
  } else {
    run('formatBlock', name);
  }
}

/**
 * The browser's own editing commands: every engine has them, they keep its undo, its spell check and its input methods. What
 * they write is made one form by the server.
 */
export function format(what: Exclude<Format, 'link'>): void {
  const acts = {
    bold: () => run('bold'),
    italic: () => run('italic'),
    list: () => run('insertUnorderedList'),
    numbers: () => run('insertOrderedList'),
    quote: () => toggleBlock('blockquote'),
    code: () => toggleBlock('pre'),
  };
  acts[what]();
}

export function link(address: string): void {
  const href = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (document.getSelection()?.isCollapsed) {
    const shown = address.replaceAll(/[&<>"]/g, '');
    run('insertHTML', `<a href="${encodeURI(href)}">${shown}</a>&nbsp;`);
  } else {
    run('createLink', encodeURI(href));
  }
}

const starts: [RegExp, Exclude<Format, 'link'>][] = [
  [/^[-*]$/, 'list'],
  [/^1[.)]$/, 'numbers'],
  [/^>$/, 'quote'],
  [/^```$/, 'code'],
];

/** `- `, `1. `, `> ` and ``` at the beginning of a line, as people write them anyway. True when it was one. */
export function formatByMark(before: string, deleteBack: (length: number) => void): boolean {
  const found = starts.find(([mark]) => mark.test(before));
  if (!found || isIn('li, pre, blockquote')) {
    return false;
  }
  deleteBack(before.length);
  format(found[1]);
  return true;
}

/** Enter on an empty line leaves a quotation or code, as it leaves a list. True when it did. */
export function leaveBlock(): boolean {
  const block = blockAround();
  const outer = block?.closest('blockquote, pre');
  if (!outer || (block?.textContent ?? '').trim() !== '') {
    return false;
  }
  run('formatBlock', 'p');
  if (isIn('blockquote')) {
    run('outdent');
  }
  return true;
}
