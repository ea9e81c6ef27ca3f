import { Link } from '@tanstack/react-router';
import { IconBuilding, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { StatusMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { Marked } from './marked.tsx';
import type { Found, FoundOrganization, FoundPerson, FoundTicket } from './search-queries.ts';
import classes from './search.module.css';

export function HitLine({ hit }: { hit: Found }) {
  if (hit.kind === 'ticket') {
    return <TicketLine ticket={hit} />;
  }
  return hit.kind === 'person' ? (
    <PersonLine person={hit} />
  ) : (
    <OrganizationLine organization={hit} />
  );
}

function TicketLine({ ticket }: { ticket: FoundTicket }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/tickets/$number"
      params={{ number: String(ticket.number) } as never}
      className={classes.hit}
    >
      <span className={classes.hitHead}>
        <StatusMark status={ticket.status} iconOnly />
        <span className={classes.number}>#{ticket.number}</span>
        <span className={classes.subject}>
          {ticket.subject ? (
            <Marked text={ticket.subject} marks={ticket.subjectMarks} />
          ) : (
            t('search.noSubject')
          )}
        </span>
        <TimeText at={ticket.updatedAt} as="short" className={classes.time ?? ''} />
      </span>
      <span className={classes.more}>
        <Marked text={ticket.requester.name} marks={ticket.requesterMarks} />
        {[ticket.organization?.name, ticket.team?.name, ticket.assignee?.name]
          .filter(Boolean)
          .map((name) => ` · ${name}`)}
      </span>
      {ticket.excerpts.map((excerpt) => (
        <span
          key={excerpt.messageId}
          className={classes.excerpt}
          data-note={excerpt.visibility === 'internal' || undefined}
        >
          {excerpt.visibility === 'internal' && (
            <>
              <IconLock size={12} aria-hidden="true" />{' '}
              <span className="sr-only">{t('search.note')}</span>
            </>
          )}
          <b>{excerpt.author}</b> <Marked text={excerpt.text} marks={excerpt.marks} />
        </span>
      ))}
      {ticket.excerpts.length === 0 && ticket.preview && (
        <span className={classes.excerpt}>{ticket.preview}</span>
      )}
    </Link>
  );
}

function PersonLine({ person }: { person: FoundPerson }) {
  return (
    <Link to="/people/$id" params={{ id: person.id } as never} className={classes.card}>
      <Initials name={person.name} size={30} />
      <span className={classes.cardText}>
        <span className={classes.subject}>
          <Marked text={person.name} marks={person.nameMarks} />
        </span>
        <span className={classes.more}>
          {person.organization && `${person.organization.name} · `}
          {shownContacts(person).map((contact, at) => (
            <span key={contact.id}>
              {at > 0 && ' · '}
              <Marked text={contact.value} marks={contact.marks} />
            </span>
          ))}
        </span>
      </span>
    </Link>
  );
}

const mostContacts = 3;

/** Those that were looked for come first: they say why the person is here. */
export const shownContacts = ({ contacts }: FoundPerson): FoundPerson['contacts'] =>
  contacts.toSorted((a, b) => b.marks.length - a.marks.length).slice(0, mostContacts);

function OrganizationLine({ organization }: { organization: FoundOrganization }) {
  return (
    <Link
      to="/organizations/$id"
      params={{ id: organization.id } as never}
      className={classes.card}
    >
      <span className={classes.sign}>
        <IconBuilding size={18} stroke={1.6} aria-hidden="true" />
      </span>
      <span className={classes.cardText}>
        <span className={classes.subject}>
          <Marked text={organization.name} marks={organization.nameMarks} />
        </span>
        <span className={classes.more}>
          {organization.domains.slice(0, mostContacts).join(' · ')}
        </span>
      </span>
    </Link>
  );
}
