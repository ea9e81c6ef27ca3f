import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { cleanPaste } from './clean-paste.ts';
import classes from './rich-text.module.css';
import type { WritingField, Words } from './field.ts';
import { htmlOfText } from './field.ts';
import { textOfField } from './text-of-field.ts';
import { format, formatByMark, leaveBlock, link, type Format } from './rich-commands.ts';

export type RichField = WritingField & { format(what: Format, address?: string): void };

type Props = {
  ref: Ref<RichField>;
  words: Words;
  /** Another number: the words come from elsewhere than from the keys, and replace what stands here. */
  round: number;
  /** Whether the field before this one was being typed in. */
  takesFocus: () => boolean;
  onChange: (words: Words) => void;
  onCaret: () => void;
  /** True: the key is dealt with. */
  onKey: (event: KeyboardEvent) => boolean;
  label: string;
  placeholder: string;
};

const formatKeys: Record<string, Exclude<Format, 'link'>> = {
  'shift+Digit7': 'numbers',
  'shift+Digit8': 'list',
  'shift+Digit9': 'quote',
  KeyB: 'bold',
  KeyI: 'italic',
  KeyE: 'code',
};

/** Writing with a form: what the keys make, what is pasted, and nothing that a letter could not carry. */
export function RichText({ ref, label, placeholder, ...props }: Props) {
  const { words, round, onChange, onCaret, onKey } = props;
  const area = useRef<HTMLDivElement>(null);
  const tell = () => {
    const field = area.current;
    if (field) {
      const body = textOfField(field);
      field.toggleAttribute('data-empty', body.trim() === '' && !field.querySelector('li, img'));
      onChange({ body: body.trim() === '' ? '' : body, html: body.trim() ? field.innerHTML : '' });
    }
  };
  const show = useEffectEvent((_round: number) => {
    const field = area.current;
    if (field) {
      document.execCommand('defaultParagraphSeparator', false, 'p');
      field.innerHTML = words.html ?? htmlOfText(words.body);
      field.toggleAttribute('data-empty', words.body.trim() === '');
      if (props.takesFocus()) {
        field.focus();
      }
      caretToEnd(field);
    }
  });
  useEffect(() => show(round), [round]);
  useImperativeHandle(ref, () => fieldOf(() => area.current, tell));
  const onInput = () => {
    tell();
    onCaret();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (onKey(event) || formatByKey(event)) {
      event.preventDefault();
      tell();
    }
  };
  return (
    <div
      ref={area}
      className={classes.rich}
      contentEditable
      suppressContentEditableWarning
      // A native field has no form.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      data-placeholder={placeholder}
      onInput={onInput}
      onKeyUp={onCaret}
      onKeyDown={onKeyDown}
      onPaste={(event) => paste(event, tell)}
    />
  );
}

function caretToEnd(field: HTMLElement): void {
  if (document.activeElement === field) {
    const range = document.createRange();
    range.selectNodeContents(field);
    range.collapse(false);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}

function textBeforeCaret(): string {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  return node?.nodeType === Node.TEXT_NODE
    ? (node.textContent ?? '').slice(0, selection?.anchorOffset).replaceAll('\u00A0', ' ')
    : '';
}

function deleteBack(length: number): void {
  const selection = document.getSelection();
  for (let n = 0; n < length; n += 1) {
    selection?.modify('extend', 'backward', 'character');
  }
  if (length > 0) {
    document.execCommand('delete');
  }
}

function formatByKey(event: KeyboardEvent): boolean {
  const { code, shiftKey } = event;
  if (event.key === 'Enter' && !shiftKey && !event.ctrlKey && !event.metaKey) {
    return leaveBlock();
  }
  if (event.key === ' ') {
    return formatByMark(textBeforeCaret(), deleteBack);
  }
  return (event.ctrlKey || event.metaKey) && !event.altKey && formatByChord(shiftKey, code);
}

function formatByChord(shift: boolean, code: string): boolean {
  const what = formatKeys[`${shift ? 'shift+' : ''}${code}`];
  if (what) {
    format(what);
  }
  return what !== undefined;
}

/** An address pasted over chosen words makes a link of them; a page leaves its looks behind; files are for the composer. */
function paste(event: ClipboardEvent, tell: () => void): void {
  const { clipboardData } = event;
  if (clipboardData.files.length > 0) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const text = clipboardData.getData('text/plain');
  const html = clipboardData.getData('text/html');
  const isAddress = /^https?:\/\/\S+$/.test(text.trim());
  if (isAddress && !document.getSelection()?.isCollapsed) {
    link(text.trim());
  } else if (html) {
    document.execCommand('insertHTML', false, cleanPaste(html));
  } else {
    document.execCommand('insertText', false, text);
  }
  tell();
}

function fieldOf(area: () => HTMLDivElement | null, tell: () => void): RichField {
  return {
    focus() {
      const field = area();
      if (field && document.activeElement !== field) {
        field.focus();
        caretToEnd(field);
      }
    },
    textBeforeCaret,
    replaceBefore(length, { html }) {
      area()?.focus();
      deleteBack(length);
      document.execCommand('insertHTML', false, html);
      tell();
    },
    format(what, address) {
      area()?.focus();
      if (what === 'link') {
        link(address ?? '');
      } else {
        format(what);
      }
      tell();
    },
  };
}
