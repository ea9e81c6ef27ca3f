import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import { DecisionView, type RoutingDecision } from '../../parts/routing/decision-view.tsx';
import classes from './why-panel.module.css';

type Explained = { items: RoutingDecision[]; now: RoutingDecision; waiting: boolean };

/** How the ticket came to its team and agent; asked for only when somebody wants to know. */
export function WhyPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.panel} aria-labelledby="why-title">
      <h2 id="why-title" className={classes.title}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Chevron size={15} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('decision.title')}
        </Button>
      </h2>
      {opened && <Decisions ticket={ticket} />}
    </section>
  );
}

function Decisions({ ticket }: { ticket: Ticket }) {
  const explained = useQuery({
    queryKey: ['ticket', String(ticket.number), 'routing'],
    queryFn: ({ signal }) => api.get<Explained>(`/tickets/${ticket.id}/routing`, {}, signal),
  });
  return (
    <Loaded of={explained} wordsOf={wordsOf} skeletonRows={3} isEmpty={() => false} empty={null}>
      {({ items, now }) => (
        <>
          {items.map((decision, at) => (
            <div key={at} className={classes.one}>
              <DecisionHead decision={decision} />
              <DecisionView decision={decision} />
            </div>
          ))}
          {items.length === 0 && <AsOfNow decision={now} />}
        </>
      )}
    </Loaded>
  );
}

/** What the rules would say now, of a ticket about which none of them has said anything. */
function AsOfNow({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation();
  const may = useMay();
  if (decision.outcome === 'none' && decision.passed.length === 0) {
    return (
      <p className={classes.text}>
        {t('decision.noRules')}{' '}
        {may('routing.change') && (
          <Link to={'/settings/routing' as string}>{t('decision.makeOne')}</Link>
        )}
      </p>
    );
  }
  return (
    <>
      <p className={classes.text}>{t('decision.nothing')}</p>
      <div className={classes.one}>
        <span className={classes.text}>{t('decision.now')}</span>
        <DecisionView decision={decision} />
      </div>
    </>
  );
}

/** When, and the way to the rule for those who look after rules. */
function DecisionHead({ decision: { at, rule } }: { decision: RoutingDecision }) {
  const may = useMay();
  return (
    <p className={classes.text}>
      {at && <TimeText at={at} />}
      {rule && may('routing.change') && (
        <>
          {' · '}
          <Link to={'/settings/routing' as string} search={{ rule: rule.id } as never}>
            {rule.name}
          </Link>
        </>
      )}
    </p>
  );
}
