import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactElement, type ReactNode } from 'react';
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

/**
 * A menu of one (or, with `many`, several) of `choices`, opened by its target and driven by keys:
 * type to find, arrows, Enter. `opened` may be controlled so that a shortcut opens it.
 */
export function Pick(props: {
  choices: Choice[];
  value: string[];
  onPick: (value: string) => void;
  label: string;
  target: ReactElement;
  many?: boolean;
  creates?: (typed: string) => Choice | null;
  opened?: boolean;
  onOpenedChange?: (opened: boolean) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const store = useCombobox({
    ...(props.opened === undefined ? {} : { opened: props.opened }),
    ...(props.onOpenedChange ? { onOpenedChange: props.onOpenedChange } : {}),
    onDropdownClose: () => {
      store.resetSelectedOption();
      setTyped('');
      store.focusTarget();
    },
    onDropdownOpen: () => {
      store.focusSearchInput();
      store.updateSelectedOptionIndex('active');
    },
  });
  const found = props.choices.filter((choice) => matches(choice, typed));
  const exact = props.choices.some((choice) => choice.text === typed.trim());
  const made = typed.trim() && !exact ? props.creates?.(typed.trim()) : null;
  const shown = made ? [...found, made] : found;
  const withSearch = props.choices.length > 6 || props.creates !== undefined;
  return (
    <Combobox
      store={store}
      width={260}
      position="bottom-start"
      onOptionSubmit={(value) => {
        props.onPick(value);
        setTyped('');
        if (!props.many) {
          store.closeDropdown();
        }
      }}
    >
      <Combobox.Target withAriaAttributes={false} targetType="button">
        {props.target}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          aria-label={props.label}
          placeholder={props.label}
          className={withSearch ? undefined : classes.quietSearch}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            store.updateSelectedOptionIndex(0);
          }}
          onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
        />
        <Combobox.Options className={classes.options} aria-label={props.label}>
          {shown.length === 0 && <Combobox.Empty>{t('ui.nothingFound')}</Combobox.Empty>}
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
