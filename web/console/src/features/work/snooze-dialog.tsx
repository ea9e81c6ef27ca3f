import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useUiLocale } from '../../../../ui/locale.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { parseWhen, type When } from './parse-when.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import { WhenField } from './when-field.tsx';
import classes from './work.module.css';

export function SnoozeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useUiLocale();
  const acts = useActs(ticket);
  const [typed, setTyped] = useState('');
  const snooze = (until: When) => {
    onClose();
    void acts.snooze(until).catch(refused);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const when = parseWhen(typed, { now: new Date(), timeZone });
    if (when) {
      snooze(when);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('work.snooze.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('work.snooze.text')}</p>
        <WhenField value={typed} onChange={setTyped} onPick={snooze} answers />
        <div className={classes.buttons}>
          <Button type="submit">{t('work.snooze.button')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
