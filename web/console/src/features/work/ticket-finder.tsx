import { TextInput } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../../ui/marks.tsx';
import type { Finder, FoundTicket } from './use-ticket-finder.ts';
import { focusFirst } from './focus-first.ts';
import classes from './work.module.css';

/** Typed, moved through by arrows without leaving the field, chosen by Enter. */
export function TicketFinder({ typed, setTyped, pick, shown, chosen, asked, isLoaded }: Finder) {
  const { t } = useTranslation();
  const name = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = shown[shown.findIndex(({ id }) => id === chosen?.id) + step];
    if (step !== 0 && next) {
      event.preventDefault();
      pick(next.id);
    }
  };
  return (
    <div>
      <TextInput
        label={t('work.find.label')}
        placeholder={t('work.find.placeholder')}
        value={typed}
        autoComplete="off"
        ref={focusFirst}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {shown.length > 0 && (
        <fieldset className={classes.found}>
          <legend className={asked === '' ? classes.listTitle : 'sr-only'}>
            {t(asked === '' ? 'work.find.ofCustomer' : 'work.find.label')}
          </legend>
          {shown.map((each) => (
            <FoundLine
              key={each.id}
              name={name}
              ticket={each}
              isChosen={each.id === chosen?.id}
              onPick={() => pick(each.id)}
            />
          ))}
        </fieldset>
      )}
      <p className={classes.text} aria-live="polite">
        {isLoaded && shown.length === 0 && asked !== '' && t('work.find.nothing')}
      </p>
    </div>
  );
}

function FoundLine(props: {
  name: string;
  ticket: FoundTicket;
  isChosen: boolean;
  onPick: () => void;
}) {
  const { t } = useTranslation();
  const { number, subject, status, requester } = props.ticket;
  return (
    <label className={classes.foundLine}>
      <input
        type="radio"
        name={props.name}
        className="sr-only"
        checked={props.isChosen}
        onChange={props.onPick}
      />
      <StatusMark status={status} iconOnly />
      <span className={classes.foundNumber}>#{number}</span>
      <span className={classes.foundSubject}>{subject || t('tickets.noSubject')}</span>
      <span className={classes.foundWho}>{requester.name}</span>
    </label>
  );
}
