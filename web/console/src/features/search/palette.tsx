/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines with marks, names and keys fit into no <option> */
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../../ui/keys.tsx';
import { wordsOf } from '../../lib/problem.ts';
import { PaletteLine } from './palette-line.tsx';
import type { Entry, Group, Setting } from './palette-entries.ts';
import { longest } from './search-place.ts';
import { useChoose, usePalette } from './use-palette.ts';
import classes from './palette.module.css';

/** Acts of this screen, tickets, people and settings by a few letters. A modal by the browser's own <dialog>. */
export function Palette(props: { settings: readonly Setting[]; onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const own = dialog.current;
    // A click beside it closes it, where the browser knows that; Escape does everywhere.
    own?.setAttribute('closedby', 'any');
    own?.showModal();
    return () => own?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('search.palette.title')}
      onClose={props.onClose}
    >
      <Inside {...props} />
    </dialog>
  );
}

function Inside({ settings, onClose }: { settings: readonly Setting[]; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, entries, isLooking, error } = usePalette(typed, settings);
  const choose = useChoose(onClose);
  const chosen = entries[Math.min(at, entries.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) {
      event.preventDefault();
      choose(event.ctrlKey || event.metaKey ? (entries.at(-1) ?? chosen) : chosen, typed);
    }
  };
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-label={t('search.palette.field')}
          placeholder={t('search.palette.field')}
          autoComplete="off"
          spellCheck={false}
          maxLength={longest}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field is what the palette is opened for
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {error && (
        <p className={classes.failure} role="alert">
          {wordsOf(error).words}
        </p>
      )}
      <List
        id={id}
        groups={groups}
        chosen={chosen}
        typed={typed}
        onChoose={(entry) => choose(entry, typed)}
      />
      <Foot count={entries.length} isLooking={isLooking} />
    </>
  );
}

type ListProps = {
  id: string;
  groups: readonly Group[];
  chosen: Entry | undefined;
  typed: string;
  onChoose: (entry: Entry) => void;
};

function List({ id, groups, chosen, typed, onChoose }: ListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={t('search.results')}
      className={classes.list}
    >
      {groups.map(({ name, entries }) => (
        <div key={name} role="group" aria-labelledby={`${id}-${name}`} className={classes.group}>
          <div
            id={`${id}-${name}`}
            className={name === 'everywhere' ? 'sr-only' : classes.groupName}
          >
            {groupName(t, name)}
          </div>
          {entries.map((entry) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys of the list
            <div
              key={entry.key}
              id={`${id}-${entry.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry.key === chosen?.key}
              className={classes.line}
              onClick={() => onChoose(entry)}
            >
              <PaletteLine entry={entry} typed={typed} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function groupName(t: ReturnType<typeof useTranslation>['t'], name: Group['name']): string {
  if (name === 'acts' || name === 'settings') {
    return t(`search.palette.${name}`);
  }
  return t(`search.kinds.${name === 'everywhere' ? 'all' : name}`);
}

function Foot({ count, isLooking }: { count: number; isLooking: boolean }) {
  const { t } = useTranslation();
  return (
    <footer className={classes.foot}>
      <output aria-live="polite">
        {isLooking ? t('search.palette.searching') : t('search.palette.found', { count })}
      </output>
      <span className={classes.hints}>
        <Keys keys="arrowdown" /> {t('search.palette.choose')}
        <Keys keys="enter" /> {t('search.palette.open')}
        <Keys keys="escape" /> {t('search.palette.close')}
      </span>
    </footer>
  );
}
