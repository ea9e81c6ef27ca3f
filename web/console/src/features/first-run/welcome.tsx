import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconMail, IconRoute, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../ui/copy.tsx';
import { runAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { LinkButton } from '../../lib/link-button.tsx';
import { useMay, useSession, setupQuery } from '../../lib/session.ts';
import { ticketListQuery } from '../../lib/tickets.ts';
import { Checklist } from './checklist.tsx';
import { DemoOffer } from './demo-offer.tsx';
import classes from './first-run.module.css';
import { letterCommand } from './letter-command.ts';

const newest = { sort: 'created' } as const;

/** The first minutes: how letters get here, with the first of them arriving before one's eyes. */
export function Welcome() {
  const { t } = useTranslation();
  const { user } = useSession();
  const may = useMay();
  return (
    <main className={classes.welcome}>
      <div className={classes.inner}>
        <h1 className={classes.title}>{t('firstRun.welcome', { name: user.name })}</h1>
        <p className={classes.lead}>{t('firstRun.welcomeLead')}</p>
        <div className={classes.ways}>
          <TestLetter />
          {may('workspace.change') && <DemoOffer />}
          {may('channel.change') && <ConnectMailbox />}
        </div>
        {may('workspace.change') && (
          <>
            <h2 className={classes.sectionTitle}>{t('firstRun.checklist')}</h2>
            <Checklist />
          </>
        )}
        <div>
          <Button
            variant="default"
            leftSection={<IconRoute size={17} stroke={1.6} aria-hidden="true" />}
            onClick={() => runAction('tour')}
          >
            {t('firstRun.tour')}
          </Button>
        </div>
      </div>
    </main>
  );
}

function ConnectMailbox() {
  const { t } = useTranslation();
  return (
    <section className={classes.way}>
      <h2 className={classes.wayTitle}>
        <IconMail size={20} stroke={1.6} aria-hidden="true" /> {t('firstRun.connect')}
      </h2>
      <p className={classes.wayText}>{t('firstRun.connectText')}</p>
      <div>
        <Button variant="default" component={Link} to="/settings/channels?connect=1">
          {t('firstRun.connectButton')}
        </Button>
      </div>
    </section>
  );
}

function TestLetter() {
  const { t, i18n } = useTranslation();
  const setup = useQuery(setupQuery);
  const address = setup.data?.smtpAddress ?? 'support@localhost';
  const command = letterCommand({
    host: location.hostname,
    port: setup.data?.smtpPort ?? 2525,
    to: address,
    subject: t('firstRun.letterSubject'),
    body: t('firstRun.letterBody'),
    locale: i18n.language,
  });
  return (
    <section className={classes.way}>
      <h2 className={classes.wayTitle}>
        <IconSend size={20} stroke={1.6} aria-hidden="true" /> {t('firstRun.letter')}
      </h2>
      <p className={classes.wayText}>{t('firstRun.letterText', { address })}</p>
      <div className={classes.command}>
        <pre className={classes.code}>{command}</pre>
        <CopyText text={command} />
      </div>
      <Arrival />
    </section>
  );
}

/** Waits with the person: the stream puts the new ticket into this list the moment it is there. */
function Arrival() {
  const { t } = useTranslation();
  const [since] = useState(() => new Date(Date.now() - 5000).toISOString());
  const tickets = useInfiniteQuery({ ...ticketListQuery(newest), refetchOnMount: 'always' });
  const first: Ticket | undefined = tickets.data?.pages[0]?.items[0];
  const arrived = first && first.createdAt > since ? first : undefined;
  return (
    <div className={classes.waiting} data-arrived={arrived ? true : undefined} aria-live="polite">
      {arrived ? (
        <>
          {t('firstRun.arrived', { number: arrived.number, subject: arrived.subject })}
          <LinkButton to="/tickets/$number" params={{ number: String(arrived.number) }}>
            {t('firstRun.openLetter')}
          </LinkButton>
        </>
      ) : (
        <>
          <span className={classes.pulse} aria-hidden="true" />
          {t('firstRun.waiting')}
        </>
      )}
    </div>
  );
}
