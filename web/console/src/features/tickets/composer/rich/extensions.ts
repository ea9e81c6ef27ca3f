import { Extension, type Extensions } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Link } from '@tiptap/extension-link';
import { Placeholder } from '@tiptap/extension-placeholder';
import { StarterKit } from '@tiptap/starter-kit';

/** Besides the keys that come with each part, those of the editors that people know. */
const ownKeys = Extension.create({
  name: 'ownKeys',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    'Mod-k': () => window.dispatchEvent(new Event('edit-link')),
    'Mod-Shift-9': ({ editor }) => editor.commands.toggleBlockquote(),
    'Mod-e': ({ editor }) =>
      editor.state.selection.empty || editor.isActive('codeBlock')
        ? editor.commands.toggleCodeBlock()
        : editor.commands.toggleCode(),
  }),
});

const plainLink = Link.extend({ inclusive: false }).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  protocols: ['mailto', 'tel'],
  HTMLAttributes: { target: null, rel: null },
});

/**
 * What an answer may be made of. Headings have no button and no key: they are here for templates that have them.
 * @param placeholder asked whenever the empty field is drawn
 */
export const extensions = (placeholder: () => string): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    horizontalRule: false,
    link: false,
    trailingNode: false,
    codeBlock: { exitOnTripleEnter: true, exitOnArrowDown: true },
  }),
  plainLink,
  Image.configure({ inline: true }),
  Placeholder.configure({ placeholder }),
  ownKeys,
];

/** Typed signs that become a form: lists, quotation and code. `# 5` and `*5*` stay what they are. */
export const typedForms = ['bulletList', 'orderedList', 'blockquote', 'codeBlock', 'code'];
