import { Button, TextInput } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { focusFirst } from '../../lib/focus-first.ts';
import { PersonPick } from '../../lib/person-pick.tsx';
import { TicketLines } from '../../lib/ticket-lines.tsx';
import { reachOf, type Call } from './call-draft.ts';
import classes from './calls.module.css';

type Props = {
  call: Call;
  change: (part: Partial<Call>) => void;
  error: string | undefined;
  /** Who it is needs no more keys. */
  onKnown: () => void;
};

/** Who calls: recognised by phone or name, or somebody new, of whom one more word is asked. */
export function Who(props: Props) {
  const { call } = props;
  if (call.person) {
    return <Known {...props} person={call.person} />;
  }
  return call.fresh === null ? <Asked {...props} /> : <Fresh {...props} fresh={call.fresh} />;
}

function Asked({ call, change, error, onKnown }: Props) {
  const { t } = useTranslation();
  return (
    <PersonPick
      inputRef={focusFirst}
      label={t('calls.who')}
      placeholder={t('calls.whoPlaceholder')}
      found={(count) => t('calls.found', { count })}
      error={error}
      value={call.typed}
      onType={(typed) => change({ typed })}
      onPick={({ id, name, organization, vipLevel }) => {
        change({ person: { id, name, organization, vipLevel } });
        onKnown();
      }}
      fresh={{
        says: (typed) => t('calls.fresh', { typed }),
        onPick: (typed) => change({ fresh: typed }),
      }}
    />
  );
}

function Known({ person, change }: Props & { person: NonNullable<Call['person']> }) {
  const { t } = useTranslation();
  return (
    <div className={classes.known}>
      <div className={classes.person}>
        <Initials name={person.name} size={32} />
        <span className={classes.personText}>
          <b>{person.name}</b>
          {person.organization && <span>{person.organization.name}</span>}
        </span>
        {person.vipLevel > 0 && (
          <span className={classes.vip}>
            <IconStar size={13} aria-hidden="true" /> {t(`people.vipLevel.${person.vipLevel}`)}
          </span>
        )}
        <Button variant="subtle" onClick={() => change({ person: null })}>
          {t('calls.somebodyElse')}
        </Button>
      </div>
      <section aria-label={t('calls.openTickets')} className={classes.open}>
        <h3 className={classes.small}>{t('calls.openTickets')}</h3>
        <TicketLines
          filter={{ requester: person.id, status: 'any_open' }}
          empty={t('calls.noOpenTickets')}
        />
      </section>
    </div>
  );
}

function Fresh({ call, change, fresh, onKnown }: Props & { fresh: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.freshPerson}>
      <p className={classes.freshText}>
        {t('calls.freshPerson')} <b>{fresh}</b>{' '}
        <Button variant="subtle" onClick={() => change({ fresh: null })}>
          {t('calls.somebodyElse')}
        </Button>
      </p>
      <TextInput
        ref={focusFirst}
        label={t(reachOf(fresh) === 'name' ? 'calls.reach' : 'calls.name')}
        value={call.more}
        onChange={(event) => change({ more: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            onKnown();
          }
        }}
      />
    </div>
  );
}
