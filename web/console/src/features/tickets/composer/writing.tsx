import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconPaperclip, IconTypography } from '@tabler/icons-react';
import { lazy, Suspense, useRef, type ClipboardEvent, type DragEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../../../ui/keys.tsx';
import { keysOf } from '../../../lib/actions.ts';
import type { Ticket } from '../../../lib/api-types.ts';
import { CopyTo } from '../copy-to.tsx';
import classes from '../composer.module.css';
import { UploadList } from '../upload-list.tsx';
import { AsideNote } from './aside-note.tsx';
import parts from './composer-parts.module.css';
import { Overtaken } from './overtaken.tsx';
import { RichBar } from './rich-bar.tsx';
import type { RichField } from './rich-text.tsx';
import { SendLater } from './send-later.tsx';
import { SignaturePreview } from './signature-preview.tsx';
import { Suggestions } from './suggestions.tsx';
import type { Fields, Writer } from './use-writing.ts';

/** Who types already when the rich field comes goes on typing in it. */
let typesAlready = false;

const RichText = lazy(async () => {
  const part = await import('./rich-text.tsx');
  typesAlready = document.activeElement?.hasAttribute('data-writing') ?? false;
  return { default: part.RichText };
});

function takeFocus(): boolean {
  const taken = typesAlready;
  typesAlready = false;
  return taken;
}

/** Files by drop and paste. */
function takesFiles(add: (files: Iterable<File>) => void) {
  const take = (event: DragEvent | ClipboardEvent, transfer: DataTransfer) => {
    if (transfer.files.length > 0) {
      event.preventDefault();
      add(transfer.files);
    }
  };
  return {
    onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
  };
}

type Props = { ticket: Ticket; writer: Writer; fields: Fields };

export function Writing({ ticket, writer, fields }: Props) {
  const { mode, files, kept, suggestions, unseen, trouble } = writer;
  return (
    <div {...takesFiles(files.add)}>
      {mode === 'reply' && (
        <CopyTo
          key={kept.round}
          ticket={ticket}
          value={kept.cc}
          onChange={(cc) => kept.keeper.change({ cc })}
        />
      )}
      {kept.aside && (
        <AsideNote
          aside={kept.aside}
          onAdd={writer.addAside}
          onDrop={() => void kept.keeper.dropAside()}
        />
      )}
      <Overtaken news={writer.isWriting ? unseen.news : []} pressed={unseen.hasPointed} />
      {suggestions.isOpen && <Suggestions {...suggestions} onTake={suggestions.take} />}
      <Field ticket={ticket} writer={writer} fields={fields} />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      {mode === 'reply' && <SignaturePreview ticket={ticket} />}
      <p role="alert" className={classes.error}>
        {trouble}
      </p>
      <Buttons writer={writer} field={fields.rich} />
    </div>
  );
}

/** Plain at once, so that the first keys find a field; with a form as soon as that part has come. */
function Field({ ticket, writer, fields }: Props) {
  const { t } = useTranslation();
  const { mode, kept, suggestions } = writer;
  const label = t(`tickets.composer.${mode}`);
  const placeholder = t(`tickets.composer.${mode}Placeholder`, { name: ticket.requester.name });
  const plain = (
    <Textarea
      ref={fields.plain}
      value={kept.words.body}
      onChange={(event) => {
        kept.keeper.change({ body: event.currentTarget.value, html: null });
        suggestions.look();
      }}
      onKeyUp={(event) => event.key !== 'Escape' && suggestions.look()}
      data-writing
      autosize
      minRows={2}
      maxRows={14}
      variant="unstyled"
      className={classes.text ?? ''}
      classNames={{ input: classes.textInput ?? '' }}
      aria-label={label}
      placeholder={placeholder}
      onKeyDown={(event) => {
        if (!suggestions.onKey(event) && event.key === 'Escape') {
          event.currentTarget.blur();
        }
      }}
    />
  );
  if (!writer.isRich) {
    return plain;
  }
  return (
    <Suspense fallback={plain}>
      <RichText
        // oxlint-disable-next-line react/refs -- handed on, not read
        ref={fields.rich}
        words={kept.words}
        round={kept.round}
        takesFocus={takeFocus}
        onChange={(words) => kept.keeper.change(words)}
        onCaret={suggestions.look}
        onKey={(event) => {
          if (suggestions.onKey(event)) {
            return true;
          }
          if (event.key === 'Escape') {
            (event.currentTarget as HTMLElement).blur();
          }
          return false;
        }}
        label={label}
        placeholder={placeholder}
      />
    </Suspense>
  );
}

function Buttons({ writer, field }: { writer: Writer; field: RefObject<RichField | null> }) {
  const { t } = useTranslation();
  const { mode, sending, submit } = writer;
  return (
    <div className={classes.buttons}>
      <div className={parts.tools}>
        <Attach onFiles={writer.files.add} />
        <Tooltip label={t(writer.isRich ? 'tickets.composer.plain' : 'tickets.composer.rich')}>
          <ActionIcon
            aria-label={t('tickets.composer.rich')}
            aria-pressed={writer.isRich}
            onClick={writer.toggleRich}
          >
            <IconTypography size={18} />
          </ActionIcon>
        </Tooltip>
        {writer.isRich && <RichBar field={field} />}
      </div>
      <div className={parts.sends}>
        <span className={classes.hint}>
          <Keys keys={keysOf('ticket.send')} />
        </span>
        {mode === 'reply' && <SendLater disabled={sending} onChoose={writer.plan} />}
        {writer.second && (
          <Button variant="default" disabled={sending} onClick={() => submit('second')}>
            {writer.second.label}
          </Button>
        )}
        <Button
          loading={sending}
          onClick={() => submit('first')}
          className={mode === 'note' ? (classes.noteButton ?? '') : ''}
        >
          {t(mode === 'note' ? 'tickets.composer.addNote' : 'tickets.composer.send')}
        </Button>
      </div>
    </div>
  );
}

function Attach({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip label={t('tickets.composer.attach')}>
        <ActionIcon
          aria-label={t('tickets.composer.attach')}
          onClick={() => picker.current?.click()}
        >
          <IconPaperclip size={18} />
        </ActionIcon>
      </Tooltip>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
