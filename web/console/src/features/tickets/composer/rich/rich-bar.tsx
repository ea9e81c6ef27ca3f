import { Popover, TextInput, Tooltip } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { RichTextEditor } from '@mantine/tiptap';
import {
  IconArrowBackUp,
  IconBold,
  IconBlockquote,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../rich-text.module.css';

const { Bold, Italic, BulletList, OrderedList, Blockquote, CodeBlock, Undo, Control } =
  RichTextEditor;

const buttons = [
  { what: 'bold', Button: Bold, Icon: IconBold, keys: 'Ctrl+B' },
  { what: 'italic', Button: Italic, Icon: IconItalic, keys: 'Ctrl+I' },
  { what: 'list', Button: BulletList, Icon: IconList, keys: '-' },
  { what: 'numbers', Button: OrderedList, Icon: IconListNumbers, keys: '1.' },
  { what: 'quote', Button: Blockquote, Icon: IconBlockquote, keys: '>' },
  { what: 'code', Button: CodeBlock, Icon: IconCode, keys: 'Ctrl+E' },
] as const;

/** The same by mouse; each says its key, and whether the caret stands in such a form. */
export function RichBar({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.bar} aria-label={t('tickets.composer.formatting')}>
      {buttons.map(({ what, Button, Icon, keys }) => (
        <Tooltip key={what} label={`${t(`tickets.composer.format.${what}`)} · ${keys}`}>
          <Button title="" icon={Icon} aria-label={t(`tickets.composer.format.${what}`)} />
        </Tooltip>
      ))}
      <LinkButton editor={editor} />
      <Tooltip label={`${t('tickets.composer.format.undo')} · Ctrl+Z`}>
        <Undo title="" icon={IconArrowBackUp} aria-label={t('tickets.composer.format.undo')} />
      </Tooltip>
    </fieldset>
  );
}

const withScheme = (address: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;

function setLink(editor: Editor, address: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (!address) {
    chain.unsetLink().run();
  } else if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href: withScheme(address) } }];
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'text', text: address, marks }])
      .unsetMark('link')
      .run();
  } else {
    chain.setLink({ href: withScheme(address) }).run();
  }
}

function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState('');
  const active = useEditorState({ editor, selector: () => editor.isActive('link') });
  const open = () => {
    setAddress(String(editor.getAttributes('link')['href'] ?? ''));
    setOpened(true);
  };
  useWindowEvent('edit-link', open);
  const make = () => {
    setOpened(false);
    setLink(editor, address.trim());
  };
  const name = t('tickets.composer.format.link');
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <Tooltip label={`${name} · Ctrl+K`} disabled={opened}>
          <Control active={active} aria-label={name} onClick={open}>
            <IconLink size={16} stroke={1.7} aria-hidden="true" />
          </Control>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('tickets.composer.linkAddress')}
          placeholder="https://"
          value={address}
          data-autofocus
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              event.stopPropagation();
              make();
            }
            if (event.key === 'Escape') {
              event.stopPropagation();
              setOpened(false);
              editor.view.focus();
            }
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
