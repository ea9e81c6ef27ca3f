import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { Initials } from '../../../ui/initials.tsx';
import type { Person } from './api-types.ts';
import { api } from './client.ts';
import classes from './person-pick.module.css';

type Props = {
  label: string;
  placeholder?: string;
  /** How many were found, for those who listen. */
  found: (count: number) => string;
  value: string;
  onType: (typed: string) => void;
  onPick: (person: Person) => void;
  /** Somebody who is not there yet: what the line says, and what is done. */
  fresh?: { says: (typed: string) => string; onPick: (typed: string) => void };
  except?: string | undefined;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
};

/**
 * Recognises a person by phone, name or address while one types; Enter takes the first. An Enter that is quicker than the
 * answer waits for it, so that nobody has to look whether the list is there yet.
 */
export function PersonPick(props: Props) {
  const { people, typed, isOpen, store, take, type, onKey } = usePick(props);
  return (
    <Combobox store={store} withinPortal={false} onOptionSubmit={take} position="bottom-start">
      <Combobox.Target>
        <TextInput
          ref={props.inputRef ?? null}
          label={props.label}
          placeholder={props.placeholder}
          error={props.error}
          autoComplete="off"
          value={props.value}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKey}
          onBlur={() => store.closeDropdown()}
        />
      </Combobox.Target>
      <output className="sr-only">{isOpen ? props.found(people.length) : ''}</output>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label={props.label} className={classes.list}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={person.id} className={classes.line}>
              <Initials name={person.name} size={26} />
              <span className={classes.text}>
                <span className={classes.name}>{person.name}</span>
                <span className={classes.more}>{moreOf(person)}</span>
              </span>
            </Combobox.Option>
          ))}
          {props.fresh && (
            <Combobox.Option value={fresh} className={classes.line}>
              <span className={classes.fresh}>{props.fresh.says(typed)}</span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const fresh = 'fresh';

const moreOf = (person: Person): string =>
  [person.organization?.name, ...person.contacts.slice(0, 2).map(({ value }) => value)]
    .filter(Boolean)
    .join(' · ');

function useSuggestions(typed: string, except: string | undefined) {
  const isAsked = typed.length > 1;
  const query = useQuery({
    queryKey: ['people', 'suggest', typed],
    queryFn: ({ signal }) =>
      api.get<{ items: Person[] }>('/people/suggestions', { q: typed }, signal),
    enabled: isAsked,
    staleTime: 10_000,
    placeholderData: (old) => old,
  });
  const isSettled = query.isError || (query.data !== undefined && !query.isPlaceholderData);
  const people = isAsked ? (query.data?.items ?? []).filter(({ id }) => id !== except) : [];
  return { people, isSettled: isAsked && isSettled };
}

function usePick(props: Props) {
  const typed = props.value.trim();
  const { people, isSettled } = useSuggestions(typed, props.except);
  const [isWanted, setWanted] = useState(false);
  const hasty = useRef(false);
  const isOpen = isWanted && isSettled && (people.length > 0 || props.fresh !== undefined);
  const store = useCombobox({ opened: isOpen, onOpenedChange: setWanted });
  const take = (value: string) => {
    hasty.current = false;
    const person = people.find(({ id }) => id === value);
    if (person) {
      props.onPick(person);
    } else if (value === fresh && typed) {
      props.fresh?.onPick(typed);
    }
  };
  const settle = useEffectEvent(() => {
    store.selectFirstOption();
    if (hasty.current) {
      take(people[0]?.id ?? fresh);
    }
  });
  // Empty until the answer to what is typed has come; another one for every other answer.
  const answer = isSettled ? `${String(isOpen)} ${people.map(({ id }) => id).join()}` : '';
  useEffect(() => {
    if (answer) {
      settle();
    }
  }, [answer]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed && !isOpen) {
      event.preventDefault();
      hasty.current = true;
      setWanted(true);
      if (isSettled) {
        take(people[0]?.id ?? fresh);
      }
    }
  };
  const type = (value: string) => {
    hasty.current = false;
    setWanted(true);
    props.onType(value);
  };
  return { people, typed, isOpen, store, take, type, onKey };
}
