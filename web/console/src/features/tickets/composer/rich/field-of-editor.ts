import type { Editor } from '@tiptap/react';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { WritingField } from '../field.ts';

/** Without the frame that the editor's own command for it waits for: the next key may be here before. */
export function caretAt(editor: Editor, place: number): void {
  const { state, view } = editor;
  const at = state.doc.resolve(Math.min(place, state.doc.content.size));
  view.dispatch(state.tr.setSelection(TextSelection.near(at, -1)));
}

export const endOf = ({ state }: Editor): number => Selection.atEnd(state.doc).to;

export function fieldOfEditor(editor: Editor): WritingField {
  return {
    focus() {
      if (!editor.view.hasFocus()) {
        caretAt(editor, endOf(editor));
        editor.view.focus();
      }
    },
    textBeforeCaret() {
      const { $from, empty } = editor.state.selection;
      const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n');
      return empty ? (before.replaceAll('\u00A0', ' ').split('\n').at(-1) ?? '') : '';
    },
    replaceBefore(length, { html }) {
      const { from } = editor.state.selection;
      const chain = editor.chain().deleteRange({ from: Math.max(1, from - length), to: from });
      (html ? chain.insertContent(html) : chain).scrollIntoView().run();
      editor.view.focus();
    },
  };
}
