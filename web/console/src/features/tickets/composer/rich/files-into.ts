import { Extension, type Editor, type EditorEvents } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { StoredFile } from '../../../../lib/api-types.ts';

export type Files = {
  /** Beside the text. */
  attach(files: readonly File[]): void;
  /** Into the text; null when it was refused, which has been said. */
  picture(file: File): Promise<StoredFile | null>;
};

/** What every mail program shows. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
/** Pixels; what is wider is shown narrower, in the letter too. */
const widest = 600;

/** Files that are pasted or dropped: pictures stand in the text where they were put, others beside it. */
export const filesInto = (files: () => Files): Extension =>
  Extension.create({
    name: 'filesInto',
    addProseMirrorPlugins() {
      const { editor } = this;
      const take = (event: Event, list: FileList, at: number): true => {
        event.preventDefault();
        event.stopPropagation();
        const others = [...list].filter(({ type }) => !shownTypes.has(type));
        if (others.length > 0) {
          files().attach(others);
        }
        const pictures = [...list].filter(({ type }) => shownTypes.has(type));
        void putAll(editor, pictures, at, files());
        return true;
      };
      return [
        new Plugin({
          props: {
            handlePaste(view, event) {
              const { clipboardData: pasted } = event;
              // A table out of a spreadsheet brings its own picture along; its words are meant.
              const isFiles = pasted?.files.length && !pasted.getData('text/plain').trim();
              return isFiles ? take(event, pasted.files, view.state.selection.from) : false;
            },
            handleDrop(view, event) {
              const dropped = event.dataTransfer?.files;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              return dropped?.length
                ? take(event, dropped, at?.pos ?? view.state.selection.from)
                : false;
            },
          },
        }),
      ];
    },
  });

/** One behind the other, where the place has moved to while they were on their way to the server. */
async function putAll(
  editor: Editor,
  pictures: readonly File[],
  at: number,
  { picture: upload }: Files,
): Promise<void> {
  let place = at;
  const follow = ({ transaction }: EditorEvents['transaction']) => {
    place = transaction.mapping.map(place);
  };
  editor.on('transaction', follow);
  for (const file of pictures) {
    const [stored, width] = await Promise.all([upload(file), widthOf(file)]);
    if (stored && !editor.isDestroyed) {
      const attrs = { src: stored.url, alt: stored.name, width };
      editor.commands.insertContentAt(place, { type: 'image', attrs });
    }
  }
  editor.off('transaction', follow);
}

async function widthOf(file: File): Promise<number | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width } = bitmap;
    bitmap.close();
    return Math.min(width, widest);
  } catch {
    // None that this browser reads: it is shown as it comes.
    return null;
  }
}
