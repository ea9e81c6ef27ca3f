import { IconLock, IconMailForward } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { keysOf, useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import classes from './composer.module.css';
import parts from './composer/composer-parts.module.css';
import { PresenceLine } from './composer/presence-line.tsx';
import type { RichField } from './composer/rich-text.tsx';
import { usePresence } from './composer/use-presence.ts';
import { fieldOf, useWriting, type Fields, type Mode } from './composer/use-writing.ts';
import { Writing } from './composer/writing.tsx';

const PlannedList = lazy(async () => ({
  default: (await import('./composer/planned-list.tsx')).PlannedList,
}));

/** The answer or the note. They look different, so that nothing goes to the customer by mistake. */
export function Composer({ ticket }: { ticket: Ticket }) {
  const mayReply = ticket.allowed?.reply !== false;
  const [mode, setMode] = useState<Mode>(mayReply ? 'reply' : 'note');
  const [isWriting, setWriting] = useState(false);
  const people = usePresence(ticket.id, isWriting);
  const fields: Fields = {
    plain: useRef<HTMLTextAreaElement>(null),
    rich: useRef<RichField>(null),
  };
  const enter = (next: Mode) => {
    // At once: the next key may come before the next frame and belongs into the text.
    flushSync(() => setMode(next));
    fieldOf(fields).focus();
  };
  useAction('ticket.reply', () => enter('reply'), mayReply);
  useAction('ticket.note', () => enter('note'), ticket.allowed?.note !== false);
  if (!mayReply && ticket.allowed?.note === false) {
    return null;
  }
  return (
    <section className={classes.composer} data-mode={mode}>
      <Suspense fallback={null}>
        <PlannedList ticket={ticket} />
      </Suspense>
      <div className={parts.top}>
        <Modes mode={mode} onMode={enter} mayReply={mayReply} />
        <PresenceLine people={people} />
      </div>
      <Written
        key={mode}
        ticket={ticket}
        mode={mode}
        fields={fields}
        onWriting={setWriting}
        onEnter={() => enter(mayReply ? 'reply' : 'note')}
      />
    </section>
  );
}

type WrittenProps = {
  ticket: Ticket;
  mode: Mode;
  fields: Fields;
  onWriting: (isWriting: boolean) => void;
  onEnter: () => void;
};

function Written({ ticket, mode, fields, onWriting, onEnter }: WrittenProps) {
  const writer = useWriting(ticket, mode, fields);
  useAction('ticket.template', () => {
    onEnter();
    fieldOf(fields).replaceBefore(0, { text: '/', html: '/' });
    writer.suggestions.look();
  });
  return (
    <div
      onFocus={() => onWriting(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onWriting(false)}
    >
      <Writing ticket={ticket} writer={writer} fields={fields} />
    </div>
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
