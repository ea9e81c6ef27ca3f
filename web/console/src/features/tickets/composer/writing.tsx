import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconPaperclip, IconTypography } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
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
import { SendLater } from './send-later.tsx';
import { SignaturePreview } from './signature-preview.tsx';
import { Suggestions } from './suggestions.tsx';
import type { Fields, Writer } from './use-writing.ts';

const RichText = lazy(async () => ({ default: (await import('./rich-text.tsx')).RichText }));

/** Where the caret stands in the plain field, while somebody types in it. */
let caret: number | null = null;

/** Who types already when the rich field comes goes on typing in it, at the same place. */
function takeFocus(): number | null {
  const taken = caret;
  caret = null;
  return taken;
}

const keepCaret = ({ currentTarget: field }: { currentTarget: HTMLTextAreaElement }) => {
  caret = field.selectionEnd;
};

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
  const [bar, setBar] = useState<HTMLElement | null>(null);
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
      <Field ticket={ticket} writer={writer} fields={fields} bar={bar} />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      {mode === 'reply' && <SignaturePreview ticket={ticket} />}
      <p role="alert" className={classes.error}>
        {trouble}
      </p>
      <Buttons writer={writer} onBar={setBar} />
    </div>
  );
}

type FieldProps = Props & { bar: HTMLElement | null };
type Named = { label: string; placeholder: string };

/** Plain at once, so that the first keys find a field; with a form as soon as that part has come. */
function Field({ ticket, writer, fields, bar }: FieldProps) {
  const { t } = useTranslation();
  const { mode } = writer;
  const named = {
    label: t(`tickets.composer.${mode}`),
    placeholder: t(`tickets.composer.${mode}Placeholder`, { name: ticket.requester.name }),
  };
  const plain = <PlainField writer={writer} fields={fields} {...named} />;
  return writer.isRich ? (
    <Suspense fallback={plain}>
      <FormedField writer={writer} fields={fields} bar={bar} {...named} />
    </Suspense>
  ) : (
    plain
  );
}

function PlainField({
  writer: { kept, suggestions },
  fields,
  label,
  placeholder,
}: Pick<FieldProps, 'writer' | 'fields'> & Named) {
  return (
    <Textarea
      // oxlint-disable-next-line react/refs -- handed on, not read
      ref={fields.plain}
      value={kept.words.body}
      onChange={(event) => {
        keepCaret(event);
        kept.keeper.change({ body: event.currentTarget.value, html: null });
        suggestions.look();
      }}
      onKeyUp={(event) => event.key !== 'Escape' && suggestions.look()}
      onSelect={keepCaret}
      onFocus={keepCaret}
      onBlur={() => {
        caret = null;
      }}
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
}

function FormedField({
  writer: { kept, suggestions, files },
  fields,
  bar,
  ...named
}: Omit<FieldProps, 'ticket'> & Named) {
  return (
    <RichText
      // oxlint-disable-next-line react/refs -- handed on, not read
      ref={fields.rich}
      words={kept.words}
      round={kept.round}
      takesFocus={takeFocus}
      onChange={(words) => kept.keeper.change(words)}
      onCaret={suggestions.look}
      onKey={(event) => {
        const isTaken = suggestions.onKey(event);
        if (!isTaken && event.key === 'Escape') {
          (event.target as HTMLElement).blur();
        }
        return isTaken;
      }}
      files={{ attach: files.add, picture: files.picture }}
      bar={bar}
      {...named}
    />
  );
}

function Buttons({ writer, onBar }: { writer: Writer; onBar: (bar: HTMLElement | null) => void }) {
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
        {writer.isRich && <div ref={onBar} className={parts.barPlace} />}
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
