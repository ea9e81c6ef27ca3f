import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../../ui/dialog.tsx';
import classes from './composer-parts.module.css';
import { atMorning, forField, type Chosen } from './usual-times.ts';

type ChooseProps = { opened: boolean; onClose: () => void; onChoose: Chosen; at?: Date };

export function ChooseTime({ opened, onClose, onChoose, at }: ChooseProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [unless, setUnless] = useState(true);
  const [opening] = useState(() => new Date());
  const value = typed || forField(at ?? atMorning(1, opening));
  const chosen = new Date(value);
  const isPast = !(chosen > opening);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('tickets.composer.later.title')}>
      <form
        className={classes.laterForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPast) {
            onChoose(chosen, unless);
            onClose();
          }
        }}
      >
        <TextInput
          type="datetime-local"
          label={t('tickets.composer.later.when')}
          value={value}
          error={isPast && typed !== '' ? t('tickets.composer.later.past') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={t('tickets.composer.later.unlessAnswered')}
          checked={unless}
          onChange={(event) => setUnless(event.currentTarget.checked)}
        />
        <Button type="submit" disabled={isPast}>
          {t('tickets.composer.later.plan')}
        </Button>
      </form>
    </Dialog>
  );
}
