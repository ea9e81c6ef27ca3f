import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { api, apiUrl } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import type { InboundLetter } from '../../lib/settings-types.ts';
import { ConfirmButton } from './confirm-button.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

/** Letters that could not be taken in: why, the raw source, once more, or off the list. */
export function Letters() {
  const { t } = useTranslation();
  const letters = useItems<InboundLetter>('inbound', '/inbound', { state: 'quarantined' });
  return (
    <Loaded
      of={letters}
      wordsOf={wordsOf}
      empty={
        <Empty
          icon={<IconMailCheck size={30} stroke={1.4} />}
          title={t('settings.letters.empty')}
          text={t('settings.letters.emptyText')}
        />
      }
    >
      {(list) => (
        <ul className={classes.list}>
          {list.map((letter) => (
            <LetterLine key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function LetterLine({ letter }: { letter: InboundLetter }) {
  const { t } = useTranslation();
  const may = useMay();
  const code = letter.error?.code.split('.').at(-1) ?? '';
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>
          {letter.subject || t('settings.letters.noSubject')}
        </span>
        <span className={classes.itemMore}>
          {letter.from ?? t('settings.letters.noSender')} · {letter.channel?.name} ·{' '}
          <TimeText at={letter.receivedAt} /> ·{' '}
          {t('settings.letters.attempts', { count: letter.attempts })}
        </span>
      </span>
      <Button
        variant="subtle"
        component="a"
        href={apiUrl(`/inbound/${letter.id}/source`)}
        target="_blank"
        rel="noreferrer"
      >
        {t('settings.letters.source')}
      </Button>
      {may('letter.change') && <LetterActs letter={letter} />}
      {letter.error && (
        <p className={classes.problem}>
          {t(`settings.letters.error.${code}`, {
            defaultValue: t('settings.letters.error.unknown'),
          })}{' '}
          {letter.error.detail && <code>{letter.error.detail}</code>}
        </p>
      )}
    </li>
  );
}

function LetterActs({ letter }: { letter: InboundLetter }) {
  const { t } = useTranslation();
  const retry = useSave(() => api.post<InboundLetter>(`/inbound/${letter.id}/retry`), {
    touches: ['inbound'],
    said: t('settings.letters.retried'),
  });
  const discard = useSave(() => api.delete(`/inbound/${letter.id}`), {
    touches: ['inbound'],
    said: t('settings.letters.discarded'),
  });
  return (
    <>
      {letter.ticketId && (
        <Button variant="subtle" component={Link} to={`/tickets/${letter.ticketId}`}>
          {t('settings.letters.ticket')}
        </Button>
      )}
      <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
        {t('settings.letters.retry')}
      </Button>
      <ConfirmButton
        label={t('settings.letters.discard')}
        question={t('settings.letters.discardQuestion')}
        loading={discard.isPending}
        onConfirm={() => discard.mutate(undefined)}
      />
    </>
  );
}
