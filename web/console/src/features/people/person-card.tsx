import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import {
  IconBrandTelegram,
  IconBuilding,
  IconMail,
  IconMessage,
  IconPhone,
  IconStar,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import type { Contact, Person, Ref } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { TicketLines } from '../../lib/ticket-lines.tsx';
import { personQuery } from './people-queries.ts';
import classes from './people.module.css';
import { Standing } from './standing.tsx';

type Props = { personId: string; shownNumber: number; organization: Ref | null };

/** Who asks: how to reach them, where they work, and everything they asked before. */
export function PersonCard({ personId, shownNumber, organization }: Props) {
  const { t } = useTranslation();
  const person = useQuery(personQuery(personId));
  return (
    <aside className={classes.card} aria-label={t('people.card')}>
      <Loaded of={person} wordsOf={wordsOf} skeletonRows={4}>
        {(known) => (
          <>
            <PersonHead person={known} organization={known.organization ?? organization} />
            <Standing person={known} />
            <Contacts contacts={known.contacts} />
            {known.note && <p className={classes.note}>{known.note}</p>}
            <section>
              <h2 className={classes.cardTitle}>{t('people.otherTickets')}</h2>
              <TicketLines
                filter={{ requester: personId }}
                except={shownNumber}
                empty={t('people.firstTicket')}
              />
            </section>
          </>
        )}
      </Loaded>
    </aside>
  );
}

function PersonHead({ person, organization }: { person: Person; organization: Ref | null }) {
  return (
    <div className={classes.cardHead}>
      <Initials name={person.name} size={38} />
      <div className={classes.cardName}>
        <h2 className={classes.name}>
          <Link to="/people/$id" params={{ id: person.id }} className={classes.link}>
            {person.name}
          </Link>
          <Vip level={person.vipLevel} />
        </h2>
        {organization && (
          <Link
            to="/organizations/$id"
            params={{ id: organization.id }}
            className={classes.organization}
          >
            <IconBuilding size={14} aria-hidden="true" /> {organization.name}
          </Link>
        )}
      </div>
    </div>
  );
}

/** Shown from the first level on. */
export function Vip({ level }: { level: number }) {
  const { t } = useTranslation();
  return (
    level > 0 && (
      <span className={classes.vip}>
        <IconStar size={13} aria-hidden="true" /> {t(`people.vipLevel.${level}`)}
      </span>
    )
  );
}

const icons: Record<string, typeof IconMail> = {
  email: IconMail,
  phone: IconPhone,
  telegram: IconBrandTelegram,
};
const schemes: Record<string, string> = { email: 'mailto:', phone: 'tel:' };

export function Contacts({ contacts }: { contacts: Contact[] }) {
  const { t } = useTranslation();
  if (contacts.length === 0) {
    return null;
  }
  return (
    <ul className={classes.contacts} aria-label={t('people.contacts')}>
      {contacts.map((contact) => {
        const Icon = icons[contact.kind] ?? IconMessage;
        const scheme = schemes[contact.kind];
        return (
          <li key={contact.id} className={classes.contact}>
            <Icon size={15} aria-hidden="true" />
            {scheme ? (
              <a href={`${scheme}${contact.value}`}>{contact.value}</a>
            ) : (
              <span>{contact.value}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
