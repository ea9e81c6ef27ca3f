import { ActionIcon, Button, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../../ui/dialog.tsx';
import classes from './composer-parts.module.css';

const morning = 9;
const hourMs = 3_600_000;

function atMorning(days: number, now: Date): Date {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(morning, 0, 0, 0);
  return day;
}

/** Days until the next Monday; a week on Mondays. */
const untilMonday = (now: Date): number => (8 - now.getDay()) % 7 || 7;

export const usualTimes = (now: Date) => [
  { name: 'inAnHour', at: new Date(now.getTime() + hourMs) },
  { name: 'tomorrow', at: atMorning(1, now) },
  { name: 'monday', at: atMorning(untilMonday(now), now) },
];

/** As a field of date and time wants it: in the time of this browser. */
export function forField(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

// To make one takes longer than to draw the whole menu.
const formatOf = (language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });

type Chosen = (sendAt: Date, unlessAnswered: boolean) => void;

export function SendLater({ onChoose, disabled }: { onChoose: Chosen; disabled: boolean }) {
  const { t, i18n } = useTranslation();
  const [own, setOwn] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const shown = useMemo(() => formatOf(i18n.language), [i18n.language]);
  return (
    <>
      <Menu position="top-end" onOpen={() => setNow(new Date())}>
        <Menu.Target>
          <ActionIcon
            size={32}
            variant="default"
            disabled={disabled}
            aria-label={t('tickets.composer.later.title')}
          >
            <IconClock size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('tickets.composer.later.title')}</Menu.Label>
          {usualTimes(now).map(({ name, at }) => (
            <Menu.Item
              key={name}
              rightSection={<span className={classes.laterTime}>{shown.format(at)}</span>}
              onClick={() => onChoose(at, true)}
            >
              {t(`tickets.composer.later.${name}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOwn(true)}>{t('tickets.composer.later.own')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChooseTime opened={own} onClose={() => setOwn(false)} onChoose={onChoose} />
    </>
  );
}

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
