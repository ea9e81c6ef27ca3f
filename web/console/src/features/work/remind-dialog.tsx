import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useUiLocale } from '../../../../ui/locale.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { parseWhen, type When } from './parse-when.ts';
import { refused } from './stage.ts';
import { WhenField } from './when-field.tsx';
import { useSetReminder } from './use-set-reminder.ts';
import type { Reminder } from './work-queries.ts';
import classes from './work.module.css';

/** A reminder to oneself, or a call that was promised for an hour. */
export function RemindDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useUiLocale();
  const set = useSetReminder(ticket);
  const [kind, setKind] = useState<Reminder['kind']>('reminder');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [phone, setPhone] = useState('');
  const take = (when: When | null) => {
    if (when instanceof Date) {
      onClose();
      void set({ kind, at: when, note, phone }).catch(refused);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(parseWhen(typed, { now: new Date(), timeZone }));
  };
  return (
    <Dialog opened onClose={onClose} title={t('work.remind.title')}>
      <form className={classes.form} onSubmit={submit}>
        <KindChoice kind={kind} onChange={setKind} />
        <WhenField value={typed} onChange={setTyped} onPick={take} />
        {kind === 'call' && (
          <TextInput
            label={t('work.remind.phone')}
            type="tel"
            value={phone}
            maxLength={60}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('work.remind.note')}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit">
            {t(kind === 'call' ? 'work.remind.callButton' : 'work.remind.button')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type KindProps = { kind: Reminder['kind']; onChange: (kind: Reminder['kind']) => void };

function KindChoice({ kind, onChange }: KindProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('work.remind.kind')}
      value={kind}
      onChange={(value) => onChange(value as Reminder['kind'])}
      data={[
        { value: 'reminder', label: t('work.remind.reminder') },
        { value: 'call', label: t('work.remind.call') },
      ]}
    />
  );
}
