import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Keys } from '../../../../ui/keys.tsx';
import type { Macro, Ticket } from '../../lib/api-types.ts';
import { focusFirst } from './focus-first.ts';
import { useSuggestedMacros } from './use-macros.ts';
import classes from './work.module.css';

const fold = (text: string) => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** By its digit, by a few letters, by the arrows. */
export function MacroDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const { macros, why, run } = useSuggestedMacros(ticket);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const shown = macros.filter(({ name }) => fold(name).includes(fold(typed.trim())));
  const take = (macro: Macro | undefined) => {
    if (macro) {
      onClose();
      run(macro);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const byDigit = typed === '' && macros.find(({ digit }) => String(digit) === event.key);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (byDigit) {
      event.preventDefault();
      take(byDigit);
    } else if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(shown[at]);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('work.macro.title')}>
      <div className={classes.form}>
        <TextInput
          ref={focusFirst}
          aria-label={t('work.macro.find')}
          placeholder={t('work.macro.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        {shown.length === 0 && <p className={classes.text}>{t('work.macro.none')}</p>}
        <Choices list={shown} at={at} why={why} onTake={take} />
      </div>
    </Dialog>
  );
}

type ChoicesProps = {
  list: readonly Macro[];
  at: number;
  why: (id: string) => string | undefined;
  onTake: (macro: Macro) => void;
};

function Choices({ list, at, why, onTake }: ChoicesProps) {
  return (
    <ul className={classes.macros}>
      {list.map((macro, index) => (
        <li key={macro.id}>
          <button
            type="button"
            className={classes.macro}
            data-at={index === at || undefined}
            onClick={() => onTake(macro)}
          >
            <span className={classes.macroName}>
              {macro.name}
              {why(macro.id) && <span className={classes.macroWhy}>{why(macro.id)}</span>}
            </span>
            {macro.digit !== null && <Keys keys={String(macro.digit)} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
