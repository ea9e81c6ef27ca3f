import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../../ui/dialog.tsx';
import type { Person } from '../../../lib/api-types.ts';
import { focusFirst } from '../../../lib/focus-first.ts';
import { PersonPick } from '../../../lib/person-pick.tsx';
import classes from './card.module.css';
import { useMerge } from './use-merge.ts';

type Props = { person: Person; other: Person | null; onClose: () => void };

/** Which of two cards stays; Enter merges. Without another one it is first looked for. */
export function MergeDialog({ person, other, onClose }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState(other);
  return (
    <Dialog opened onClose={onClose} title={t('cards.mergeTitle')}>
      {picked ? (
        <Choose person={person} other={picked} onClose={onClose} />
      ) : (
        <Find person={person} onPick={setPicked} />
      )}
    </Dialog>
  );
}

function Find({ person, onPick }: { person: Person; onPick: (other: Person) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  return (
    <div className={classes.find}>
      <PersonPick
        inputRef={focusFirst}
        label={t('cards.mergeWith')}
        placeholder={t('people.find')}
        found={(count) => t('cards.found', { count })}
        value={typed}
        onType={setTyped}
        onPick={onPick}
        except={person.id}
      />
    </div>
  );
}

function Choose({
  person,
  other,
  onClose,
}: {
  person: Person;
  other: Person;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [keptId, setKept] = useState(fuller(person, other).id);
  const merge = useMerge(onClose);
  const [kept, merged] = keptId === person.id ? [person, other] : [other, person];
  return (
    <form
      className={classes.mergeForm}
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate({ kept, merged });
      }}
    >
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('cards.keep')}</legend>
        <div className={classes.sides}>
          {[person, other].map((each) => (
            <label key={each.id} className={classes.side}>
              <input
                type="radio"
                name="kept"
                checked={keptId === each.id}
                onChange={() => setKept(each.id)}
              />
              <Sight person={each} />
            </label>
          ))}
        </div>
      </fieldset>
      <p className={classes.hint}>{t('cards.mergeHint')}</p>
      <div className={classes.buttons}>
        <Button type="submit" loading={merge.isPending} ref={focusFirst}>
          {t('cards.merge')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cards.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Sight({ person }: { person: Person }) {
  const lines = [
    person.organization?.name,
    ...person.contacts.map(({ value }) => value),
    person.note,
  ].filter(Boolean);
  return (
    <span className={classes.sideText}>
      <b>{person.name}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}

/** The card that says more is the better one to keep. */
function fuller(one: Person, other: Person): Person {
  const weight = (person: Person) =>
    person.contacts.length + (person.organization ? 1 : 0) + (person.note ? 1 : 0);
  return weight(other) > weight(one) ? other : one;
}
