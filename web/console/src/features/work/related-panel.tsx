import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../../ui/marks.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { runAction } from '../../lib/actions.ts';
import { wordsOf } from '../../lib/problem.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import { relatedQuery, type LinkKind, type Related } from './work-queries.ts';
import classes from './work.module.css';

const kinds: readonly LinkKind[] = ['parent', 'child', 'problem', 'incident', 'related'];

/** What belongs to this ticket: parts and wholes, problems, and what was merged or split. */
export function RelatedPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const related = useQuery(relatedQuery(String(ticket.number)));
  return (
    <section className={classes.panel} aria-labelledby="related-title">
      <div className={classes.panelHead}>
        <h2 id="related-title" className={classes.panelTitle}>
          {t('work.related.title')}
        </h2>
        {ticket.allowed?.link && (
          <ActionIcon
            size={24}
            aria-label={t('work.related.add')}
            onClick={() => runAction('ticket.link')}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      <Participants ticket={ticket} />
      <Loaded
        of={related}
        wordsOf={wordsOf}
        skeletonRows={1}
        isEmpty={({ links, moves }) => links.length + moves.length === 0}
        empty={<p className={classes.text}>{t('work.related.empty')}</p>}
      >
        {(known) => (
          <>
            <Links ticket={ticket} links={known.links} />
            <Moves ticket={ticket} moves={known.moves} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Participants({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  if (!ticket.participants?.length) {
    return null;
  }
  return (
    <p className={classes.text}>
      {t('work.related.participants')}:{' '}
      {ticket.participants
        .map(({ name, email }) => (email ? `${name} <${email}>` : name))
        .join(', ')}
    </p>
  );
}

const isDone = ({ status }: Pick<Ticket, 'status'>) => status === 'solved' || status === 'closed';

function Links({ ticket, links }: { ticket: Ticket; links: Related['links'] }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  const parts = links.filter(({ kind }) => kind === 'child');
  return (
    <>
      {kinds.map((kind) => {
        const own = links.filter((each) => each.kind === kind);
        return own.length === 0 ? null : (
          <div key={kind}>
            <h3 className={classes.listTitle}>{t(`work.kind.${kind}`)}</h3>
            <ul className={classes.lines}>
              {own.map((each) => (
                <li key={each.id} className={classes.line}>
                  <TicketLink ticket={each.ticket} />
                  {ticket.allowed?.link && (
                    <ActionIcon
                      size={24}
                      aria-label={t('work.link.remove', { number: each.ticket.number })}
                      onClick={() => void acts.unlink(each.id, each).catch(refused)}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {parts.length > 1 && (
        <p className={classes.text}>
          {t('work.related.parts', {
            done: parts.filter((each) => isDone(each.ticket)).length,
            all: parts.length,
          })}
        </p>
      )}
    </>
  );
}

function Moves({ ticket, moves }: { ticket: Ticket; moves: Related['moves'] }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  if (moves.length === 0) {
    return null;
  }
  return (
    <ul className={classes.lines}>
      {moves.map(({ id, kind, ticket: other }) => (
        <li key={id} className={classes.move}>
          <span className={classes.listTitle}>{t(`work.related.${kind}`)}</span>
          <span className={classes.line}>
            {kind === 'merged' ? (
              <span className={classes.ticketLink}>
                <span className={classes.foundNumber}>#{other.number}</span>
                <span className={classes.foundSubject}>{other.subject}</span>
              </span>
            ) : (
              <TicketLink ticket={other} />
            )}
            {ticket.allowed?.merge && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('work.related.undo', { number: other.number })}
                onClick={() =>
                  void acts
                    .undo(id, {
                      into: kind === 'split_off' ? other.number : ticket.number,
                      kind: kind.startsWith('merged') ? 'merge' : 'split',
                      goes: kind === 'split_from',
                    })
                    .catch(refused)
                }
              >
                {t('work.related.undoShort')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TicketLink({ ticket }: { ticket: Pick<Ticket, 'number' | 'subject' | 'status'> }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/tickets/$number"
      params={{ number: String(ticket.number) } as never}
      search={true as never}
      className={classes.ticketLink}
    >
      <StatusMark status={ticket.status} iconOnly />
      <span className={classes.foundNumber}>#{ticket.number}</span>
      <span className={classes.foundSubject}>{ticket.subject || t('tickets.noSubject')}</span>
    </Link>
  );
}
