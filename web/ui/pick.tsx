import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pick.module.css';

export type Choice = { value: string; text: string; mark?: ReactNode };

/** Finds by every typed word, in any order, whatever the case. */
function matches(choice: Choice, typed: string): boolean {
  const text = choice.text.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

type PickProps = {
  choices: Choice[];
  value: string[];
  onPick: (value: string) => void;
  label: string;
  target: ReactElement;
  opened: boolean;
  onOpenedChange: (opened: boolean) => void;
  many?: boolean;
  creates?: (typed: string) => Choice | null;
  /** Given when somebody else finds by what is typed: all of `choices` is shown then. */
  onType?: (typed: string) => void;
};

function usePick({ opened, onOpenedChange }: PickProps) {
  const [typed, setTyped] = useState('');
  const store = useCombobox({
    opened,
    onOpenedChange,
    onDropdownClose: () => {
      store.resetSelectedOption();
      setTyped('');
      store.focusTarget();
    },
  });
  // A shortcut opens the menu from outside, so entering it cannot hang on the click.
  const enter = useEffectEvent(() => {
    store.focusSearchInput();
    store.updateSelectedOptionIndex('active');
  });
  useEffect(() => {
    if (opened) {
      enter();
    }
  }, [opened]);
  return { store, typed, setTyped };
}

/** What fits the typed words, and the new one that may be made of them. */
function shownChoices({ choices, creates, onType }: PickProps, typed: string): Choice[] {
  const found = onType ? choices : choices.filter((choice) => matches(choice, typed));
  const word = typed.trim();
  const made = word && !choices.some((choice) => choice.text === word) ? creates?.(word) : null;
  return made ? [...found, made] : found;
}

/**
 * A menu of one (or, with `many`, several) of `choices`, opened by its target or from outside and
 * driven by keys: type to find, arrows, Enter.
 */
export function Pick(props: PickProps) {
  const { t } = useTranslation();
  const { store, typed, setTyped } = usePick(props);
  // A closed menu draws nothing: a ticket has seven of them, and hundreds of colleagues stand in one.
  const shown = props.opened ? shownChoices(props, typed) : [];
  const pick = (value: string) => {
    props.onPick(value);
    setTyped('');
    if (!props.many) {
      store.closeDropdown();
    }
  };
  return (
    <Combobox store={store} width={260} position="bottom-start" onOptionSubmit={pick}>
      <Combobox.Target withAriaAttributes={false} targetType="button">
        {props.target}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          aria-label={props.label}
          placeholder={props.label}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            props.onType?.(event.currentTarget.value);
            store.updateSelectedOptionIndex(0);
          }}
          onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
        />
        <Combobox.Options className={classes.options} aria-label={props.label}>
          {props.opened && shown.length === 0 && (
            <Combobox.Empty>{t('ui.nothingFound')}</Combobox.Empty>
          )}
          {shown.map((choice) => (
            <PickOption
              key={choice.value}
              choice={choice}
              active={props.value.includes(choice.value)}
            />
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PickOption({ choice, active }: { choice: Choice; active: boolean }) {
  return (
    <Combobox.Option value={choice.value} active={active} className={classes.option}>
      <span className={classes.text}>{choice.mark ?? choice.text}</span>
      {active && <IconCheck size={15} aria-hidden="true" />}
    </Combobox.Option>
  );
}
