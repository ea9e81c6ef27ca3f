import { RichTextEditor, type RichTextEditorProps } from '@mantine/tiptap';
// oxlint-disable-next-line import/no-unassigned-import -- styles of this part alone
import '@mantine/tiptap/styles.layer.css';
import { useEditor, type Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Ref } from 'react';
import { createPortal } from 'react-dom';
import { extensions, typedForms } from './rich/extensions.ts';
import { caretAt, endOf, fieldOfEditor } from './rich/field-of-editor.ts';
import { filesInto, type Files } from './rich/files-into.ts';
import { wordsOf } from './rich/words-of-editor.ts';
import { RichBar } from './rich/rich-bar.tsx';
import { cleanPaste } from './clean-paste.ts';
import classes from './rich-text.module.css';
import type { WritingField, Words } from './field.ts';
import { htmlOfText } from './field.ts';

export type RichField = WritingField;

export type RichProps = {
  ref: Ref<RichField>;
  words: Words;
  /** Another number: the words come from elsewhere than from the keys, and replace what stands here. */
  round: number;
  /** Where in the plain text the caret stood, if the field before this one was being typed in. */
  takesFocus: () => number | null;
  onChange: (words: Words) => void;
  onCaret: () => void;
  /** True: the key is dealt with. */
  onKey: (event: KeyboardEvent) => boolean;
  files: Files;
  /** Where the buttons stand. */
  bar: HTMLElement | null;
  label: string;
  placeholder: string;
};

const shownAs = ({ html, body }: Words): string => html ?? htmlOfText(body);

/** Writing with a form: what the keys make, what is pasted, and nothing that a letter could not carry. */
export function RichText({ ref, bar, ...props }: RichProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useRichEditor(props, latest);
  const show = useEffectEvent((round: number) => {
    if (round !== shown.current) {
      shown.current = round;
      editor.commands.setContent(shownAs(props.words), { emitUpdate: false });
      caretAt(editor, endOf(editor));
    }
  });
  const shown = useRef(props.round);
  useEffect(() => show(props.round), [props.round]);
  const begin = useEffectEvent(() => {
    const caret = props.takesFocus();
    caretAt(
      editor,
      caret === null ? endOf(editor) : (placeOf(props.words, caret) ?? endOf(editor)),
    );
    if (caret !== null) {
      editor.view.focus();
    }
  });
  // Before the next key: it belongs into the text.
  useLayoutEffect(() => begin(), []);
  useImperativeHandle(ref, () => fieldOfEditor(editor), [editor]);
  return (
    <RichTextEditor
      // The same class: its package says its types twice, as a module and as a script.
      editor={editor as unknown as RichTextEditorProps['editor']}
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      classNames={{
        root: classes.root ?? '',
        content: classes.rich ?? '',
        control: classes.control ?? '',
      }}
      variant="subtle"
    >
      <RichTextEditor.Content />
      {bar && createPortal(<RichBar editor={editor} />, bar)}
    </RichTextEditor>
  );
}

/** Each line of plain text is a paragraph of its own: a line's end is one sign there and two places here. */
function placeOf({ html, body }: Words, caret: number): number | null {
  return html === null ? 1 + caret + (body.slice(0, caret).split('\n').length - 1) : null;
}

type Latest = { readonly current: Omit<RichProps, 'ref' | 'bar'> };

function useRichEditor(first: Latest['current'], latest: Latest): Editor {
  return useEditor({
    extensions: [
      ...extensions(() => latest.current.placeholder),
      filesInto(() => latest.current.files),
    ],
    enableInputRules: typedForms,
    content: shownAs(first.words),
    // The content policy takes no style that a script makes; rich-text.module.css has what is needed.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
      }),
      handleDOMEvents: {
        keydown: (_view, event) => isDealtWith(event, latest.current),
      },
      transformPastedHTML: cleanPaste,
    },
    onUpdate({ editor }) {
      latest.current.onChange(wordsOf(editor.getHTML()));
      latest.current.onCaret();
    },
    onSelectionUpdate: () => latest.current.onCaret(),
  });
}

/** True: the field has no say in this key. */
function isDealtWith(event: KeyboardEvent, { onKey }: Latest['current']): boolean {
  const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (sends || event.isComposing) {
    return sends;
  }
  if (onKey(event)) {
    event.preventDefault();
    return true;
  }
  return false;
}
