import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconLock, IconMailForward, IconPaperclip } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../../ui/keys.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import { keysOf, useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { CopyTo, parseAddresses } from './copy-to.tsx';
import classes from './composer.module.css';
import { UploadList } from './upload-list.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';
import { useUploads } from './use-uploads.ts';

type Mode = 'reply' | 'note';

/** The answer or the note. They look different, so that nothing goes to the customer by mistake. */
export function Composer({ ticket }: { ticket: Ticket }) {
  const mayReply = ticket.allowed?.reply !== false;
  const [mode, setMode] = useState<Mode>(mayReply ? 'reply' : 'note');
  const field = useRef<HTMLTextAreaElement>(null);
  const enter = (next: Mode) => {
    // At once: the next key may come before the next frame and belongs into the text.
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  useAction('ticket.reply', () => enter('reply'), mayReply);
  useAction('ticket.note', () => enter('note'), ticket.allowed?.note !== false);
  if (!mayReply && ticket.allowed?.note === false) {
    return null;
  }
  return (
    <section className={classes.composer} data-mode={mode}>
      <Modes mode={mode} onMode={enter} mayReply={mayReply} />
      <Writing key={mode} mode={mode} ticket={ticket} field={field} />
    </section>
  );
}

function Modes(props: { mode: Mode; onMode: (mode: Mode) => void; mayReply: boolean }) {
  const { t } = useTranslation();
  const modes = [
    { name: 'reply' as const, Icon: IconMailForward, shown: props.mayReply },
    { name: 'note' as const, Icon: IconLock, shown: true },
  ];
  return (
    <fieldset className={classes.modes} aria-label={t('tickets.composer.kind')}>
      {modes
        .filter((mode) => mode.shown)
        .map(({ name, Icon }) => (
          <button
            key={name}
            type="button"
            className={classes.mode}
            aria-pressed={props.mode === name}
            aria-keyshortcuts={keysOf(name === 'reply' ? 'ticket.reply' : 'ticket.note')}
            onClick={() => props.onMode(name)}
          >
            <Icon size={15} aria-hidden="true" /> {t(`tickets.composer.${name}`)}
          </button>
        ))}
    </fieldset>
  );
}

type WritingProps = {
  mode: Mode;
  ticket: Ticket;
  field: React.RefObject<HTMLTextAreaElement | null>;
};

/** Why the letter cannot leave yet, in words; empty when it can. */
function obstacle(
  t: (key: string) => string,
  letter: { empty: boolean; ready: boolean; wrong: number },
) {
  if (letter.empty) {
    return t('tickets.composer.empty');
  }
  if (letter.wrong > 0) {
    return t('tickets.composer.checkAddresses');
  }
  return letter.ready ? '' : t('tickets.composer.waitForFiles');
}

function useWriting({ mode, ticket, field }: WritingProps) {
  const { t } = useTranslation();
  const [text, setText] = useDraft(`${ticket.id}.${mode}`);
  const [cc, setCc] = useDraft(`${ticket.id}.cc`);
  const files = useUploads();
  const [warning, warn] = useState('');
  const { send, sending, error } = useSend(ticket, (letter) => {
    setText('');
    setCc('');
    files.clear();
    if (letter.status) {
      showToast(t('tickets.done.sentAndSolved'));
    }
  });
  const submit = (status?: 'solved') => {
    const { right, wrong } = parseAddresses(mode === 'note' ? '' : cc);
    const empty = text.trim() === '';
    const why = obstacle(t, { empty, ready: files.ready, wrong: wrong.length });
    warn(why);
    if (why || sending) {
      field.current?.focus();
      return;
    }
    void send({
      body: text,
      visibility: mode === 'note' ? 'internal' : 'public',
      attachments: files.ids,
      cc: right,
      ...(status ? { status } : {}),
    });
  };
  useAction('ticket.send', () => submit());
  const trouble = error ? `${error} ${t('tickets.composer.kept')}` : warning;
  return { text, setText, cc, setCc, files, sending, trouble, submit };
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

function Writing(props: WritingProps) {
  const { mode, ticket, field } = props;
  const { t } = useTranslation();
  const { text, setText, cc, setCc, files, sending, trouble, submit } = useWriting(props);
  return (
    <div {...takesFiles(files.add)}>
      {mode === 'reply' && <CopyTo ticket={ticket} value={cc} onChange={setCc} />}
      <Textarea
        ref={field}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={14}
        variant="unstyled"
        className={classes.text ?? ''}
        classNames={{ input: classes.textInput ?? '' }}
        aria-label={t(`tickets.composer.${mode}`)}
        placeholder={t(`tickets.composer.${mode}Placeholder`, { name: ticket.requester.name })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <UploadList uploads={files.uploads} onRemove={files.remove} />
      <p role="alert" className={classes.error}>
        {trouble}
      </p>
      <Buttons mode={mode} sending={sending} onFiles={files.add} onSend={submit} />
    </div>
  );
}

type ButtonsProps = {
  mode: Mode;
  sending: boolean;
  onFiles: (files: Iterable<File>) => void;
  onSend: (status?: 'solved') => void;
};

function Buttons({ mode, sending, onFiles, onSend }: ButtonsProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={classes.buttons}>
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
      <span className={classes.hint}>
        <Keys keys={keysOf('ticket.send')} />
      </span>
      {mode === 'reply' && (
        <Button variant="default" disabled={sending} onClick={() => onSend('solved')}>
          {t('tickets.composer.sendAndSolve')}
        </Button>
      )}
      <Button
        loading={sending}
        onClick={() => onSend()}
        className={mode === 'note' ? (classes.noteButton ?? '') : ''}
      >
        {t(mode === 'note' ? 'tickets.composer.addNote' : 'tickets.composer.send')}
      </Button>
    </div>
  );
}
