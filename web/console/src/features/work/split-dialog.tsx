import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Message, Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { messagesQuery } from '../../lib/tickets.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import classes from './work.module.css';

export function SplitDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  const messages = useQuery(messagesQuery(String(ticket.number)));
  const [chosen, choose] = useState<readonly string[]>([]);
  const [subject, setSubject] = useState(ticket.subject);
  const all = messages.data?.length ?? 0;
  const fits = chosen.length > 0 && chosen.length < all;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) {
      onClose();
      void acts.split([...chosen], subject.trim()).catch(refused);
    }
  };
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Dialog opened onClose={onClose} title={t('work.split.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('work.split.text')}</p>
        <TextInput
          label={t('work.split.subject')}
          value={subject}
          maxLength={500}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Loaded of={messages} wordsOf={wordsOf} skeletonRows={3}>
          {(known) => (
            <fieldset className={classes.choices}>
              <legend className={classes.listTitle}>{t('work.split.messages')}</legend>
              {known.map((message) => (
                <Checkbox
                  key={message.id}
                  checked={chosen.includes(message.id)}
                  onChange={() => toggle(message.id)}
                  label={<MessageLine message={message} />}
                />
              ))}
            </fieldset>
          )}
        </Loaded>
        {!fits && <p className={classes.text}>{t('work.split.pickSome')}</p>}
        <div className={classes.buttons}>
          <Button type="submit" disabled={!fits}>
            {t('work.split.button')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function MessageLine({ message }: { message: Message }) {
  const { t } = useTranslation();
  return (
    <span className={classes.messageLine}>
      <b>{message.author.name}</b>
      {message.visibility === 'internal' && ` · ${t('work.split.note')}`} ·{' '}
      <TimeText at={message.createdAt} />
      <span className={classes.messageText}>{message.text.slice(0, 160)}</span>
    </span>
  );
}
