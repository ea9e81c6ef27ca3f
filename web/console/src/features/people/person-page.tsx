import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconArrowLeft, IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import type { Person } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import { TicketLines } from '../../lib/ticket-lines.tsx';
import { DuplicatesPanel } from './card/duplicates-panel.tsx';
import { MergeDialog } from './card/merge-dialog.tsx';
import { MergesPanel } from './card/merges-panel.tsx';
import { PersonForm } from './card/person-form.tsx';
import { PersonTimeline } from './card/person-timeline.tsx';
import { personQuery } from './people-queries.ts';
import { Contacts, Vip } from './person-card.tsx';
import classes from './people.module.css';
import { Standing } from './standing.tsx';

export function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const person = useQuery(personQuery(id));
  return (
    <div className={classes.detail}>
      <ActionIcon
        component={Link}
        to="/people"
        className={classes.back}
        size={40}
        aria-label={t('people.back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Loaded of={person} wordsOf={wordsOf}>
        {(known) => (known.mergedInto ? <Moved person={known} /> : <Card person={known} />)}
      </Loaded>
    </div>
  );
}

function Card({ person }: { person: Person }) {
  const { t } = useTranslation();
  const may = useMay();
  const [merging, setMerging] = useState(false);
  return (
    <>
      <div className={classes.pageHead}>
        <Initials name={person.name} size={44} />
        <h1 className={classes.bigName}>
          {person.name}
          <Vip level={person.vipLevel} />
        </h1>
        {may('person.change') && (
          <Button
            variant="default"
            className={classes.headAct}
            leftSection={<IconArrowMerge size={15} />}
            onClick={() => setMerging(true)}
          >
            {t('cards.merge')}
          </Button>
        )}
      </div>
      <Standing person={person} />
      <DuplicatesPanel person={person} />
      {may('person.change') ? (
        <PersonForm key={`${person.id}${person.version}`} person={person} />
      ) : (
        <>
          <Contacts contacts={person.contacts} />
          {person.note && <p className={classes.note}>{person.note}</p>}
        </>
      )}
      <MergesPanel personId={person.id} />
      {may('ticket.read') && (
        <>
          <section>
            <h2 className={classes.cardTitle}>{t('people.tickets')}</h2>
            <TicketLines filter={{ requester: person.id }} empty={t('people.noTickets')} />
          </section>
          <PersonTimeline personId={person.id} />
        </>
      )}
      {merging && <MergeDialog person={person} other={null} onClose={() => setMerging(false)} />}
    </>
  );
}

/** An old link leads here: the card is part of another one. */
function Moved({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={classes.bigName}>{person.name}</h1>
      <p>
        {t('cards.movedTo')}{' '}
        <Link
          to="/people/$id"
          params={{ id: person.mergedInto?.id } as never}
          className={classes.movedLink}
        >
          {person.mergedInto?.name}
        </Link>
      </p>
    </>
  );
}
