import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import type { FilterName } from '../../lib/ticket-filter.ts';
import { useChangeFilter } from './desk-search.ts';
import { useFilterChoices, useMomentWords, useNamesOf } from './filter-choices.ts';
import classes from './filters.module.css';

const isMoment = (name: FilterName) => /^(created|updated)(After|Before)$/.test(name);

/** More values than these are counted, not said. */
const mostSaid = 2;

function useSpoken(name: FilterName, value: string, typed: string, opened: boolean) {
  const asked = useFilterChoices(name, { opened: opened || value !== '', typed });
  const moment = useMomentWords();
  const values = value === '' ? [] : asked.single ? [value] : value.split(',');
  const names = useNamesOf(name, values);
  const spoken = values.map(
    (each) =>
      asked.choices.find((choice) => choice.value === each)?.text ??
      names.get(each) ??
      (isMoment(name) ? moment(each) : each),
  );
  return { ...asked, values, spoken };
}

function shortened(spoken: readonly string[]): string {
  const said = spoken.slice(0, mostSaid).join(', ');
  return spoken.length > mostSaid ? `${said} +${spoken.length - mostSaid}` : said;
}

type ChipProps = { name: FilterName; value: string; startsOpen: boolean; onClosed: () => void };

/** One condition of the sentence; a click chooses its values. */
export function FilterChip({ name, value, startsOpen, onClosed }: ChipProps) {
  const { t } = useTranslation();
  const change = useChangeFilter();
  const [opened, setOpened] = useState(startsOpen);
  const [typed, setTyped] = useState('');
  const { choices, single, creates, isRemote, values, spoken } = useSpoken(
    name,
    value,
    typed,
    opened,
  );
  const title = t(`tickets.filter.name.${name}`);
  const pick = (picked: string) => {
    const others = single ? [] : values.filter((each) => each !== picked);
    const next = values.includes(picked) ? others : [...others, picked];
    change({ [name]: next.join(',') || undefined });
  };
  const toggle = (next: boolean) => {
    setOpened(next);
    if (!next) {
      onClosed();
    }
  };
  return (
    <span className={classes.chip} data-on={values.length > 0 || undefined}>
      <Pick
        label={title}
        choices={[...choices]}
        value={values}
        many={!single}
        opened={opened}
        onOpenedChange={toggle}
        onPick={pick}
        {...(creates && { creates })}
        {...(isRemote && { onType: setTyped })}
        target={
          <button
            type="button"
            className={classes.chipButton}
            aria-expanded={opened}
            title={spoken.join(', ')}
            onClick={() => toggle(!opened)}
          >
            <span className={classes.chipName}>{title}</span>
            {values.length > 0 && <span className={classes.chipValue}>{shortened(spoken)}</span>}
          </button>
        }
      />
      {values.length > 0 && <Remove title={title} onRemove={() => change({ [name]: undefined })} />}
    </span>
  );
}

function Remove({ title, onRemove }: { title: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.clear}
      aria-label={t('tickets.filter.remove', { name: title })}
      onClick={onRemove}
    >
      <IconX size={12} />
    </button>
  );
}
