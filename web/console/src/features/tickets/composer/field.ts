/** What is written, as text and, where it has a form, as HTML. */
export type Words = { readonly body: string; readonly html: string | null };

export const noWords: Words = { body: '', html: null };

/** What menus and templates need of a field, plain or rich. */
export type WritingField = {
  focus(): void;
  /** Of the line that the caret stands in. */
  textBeforeCaret(): string;
  /** Puts words in place of so many characters before the caret; the browser's own undo takes them back. */
  replaceBefore(length: number, words: { text: string; html: string }): void;
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Each line a paragraph of its own, as the rich field writes them. */
export const htmlOfText = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escapeHtml(line) || '<br>'}</p>`)
        .join('');

/** The field of a plain textarea. */
export function plainField(area: () => HTMLTextAreaElement | null): WritingField {
  return {
    focus: () => area()?.focus(),
    textBeforeCaret() {
      const field = area();
      return (field?.value.slice(0, field.selectionStart) ?? '').split('\n').at(-1) ?? '';
    },
    replaceBefore(length, { text }) {
      const field = area();
      if (!field) {
        return;
      }
      field.focus();
      const end = field.selectionStart;
      field.setSelectionRange(Math.max(0, end - length), end);
      // Unlike a new value it can be undone by Ctrl-Z; where it does not exist, the value itself is changed.
      const isDone =
        text === ''
          ? length === 0 || document.execCommand?.('delete')
          : document.execCommand?.('insertText', false, text);
      if (!isDone) {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
  };
}
