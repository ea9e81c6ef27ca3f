import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  IconBuildingStore,
  IconFileText,
  IconMail,
  IconMessage,
  IconNote,
  IconPaperclip,
  IconPhone,
  IconProgressCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../../../ui/marks.tsx';
import { Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { TimelineEntry } from '../../../lib/customer-types.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { timelineQuery } from './card-queries.ts';
import classes from './card.module.css';

const channels = ['email', 'phone', 'visit', 'letter', 'form', 'chat', 'api'] as const;
const icons: Record<string, typeof IconMail> = {
  email: IconMail,
  phone: IconPhone,
  visit: IconBuildingStore,
  letter: IconFileText,
  note: IconNote,
  status: IconProgressCheck,
};

/** Everything that was written and said with a person, whatever the channel and the ticket. */
export function PersonTimeline({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState('');
  const timeline = useInfiniteQuery(timelineQuery(personId, channel));
  return (
    <section>
      <div className={classes.timelineHead}>
        <h2 className={classes.title}>{t('cards.timeline')}</h2>
        <Select
          size="xs"
          aria-label={t('cards.channel')}
          allowDeselect={false}
          value={channel}
          onChange={(value) => setChannel(value ?? '')}
          data={[
            { value: '', label: t('cards.allChannels') },
            ...channels.map((value) => ({ value, label: t(`cards.channelKind.${value}`) })),
          ]}
        />
      </div>
      <Loaded
        of={timeline}
        wordsOf={wordsOf}
        skeletonRows={4}
        isEmpty={(list) => list.pages.every(({ items }) => items.length === 0)}
        empty={<p className={classes.hint}>{t('cards.noTimeline')}</p>}
      >
        {(list) => (
          <ol className={classes.timeline}>
            {list.pages
              .flatMap(({ items }) => items)
              .map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
          </ol>
        )}
      </Loaded>
      {timeline.hasNextPage && (
        <Button
          variant="subtle"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </section>
  );
}

const sortOf = ({ kind, visibility, channelKind }: TimelineEntry): string =>
  kind === 'status' ? kind : visibility === 'internal' ? 'note' : channelKind;

/** What has become of the ticket. */
function Change({ change: { from, to } }: { change: NonNullable<TimelineEntry['change']> }) {
  const { t } = useTranslation();
  return (
    <span className={classes.entryChange}>
      {from && (
        <>
          <StatusMark status={from} /> {t(`ui.status.${from}`)} →{' '}
        </>
      )}
      <StatusMark status={to} /> {t(`ui.status.${to}`)}
    </span>
  );
}

function useKindWords() {
  const { t } = useTranslation();
  return (entry: TimelineEntry): string => {
    const sort = sortOf(entry);
    const own: Record<string, string> = { status: t('cards.statusChanged'), note: t('cards.note') };
    return own[sort] ?? t(`cards.channelKind.${sort}`, { defaultValue: sort });
  };
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const sort = sortOf(entry);
  const Icon = icons[sort] ?? IconMessage;
  const kind = useKindWords()(entry);
  return (
    <li
      className={classes.entry}
      data-kind={sort === 'status' || sort === 'note' ? sort : entry.direction}
    >
      <Icon size={16} className={classes.entryIcon ?? ''} aria-label={kind} />
      <div className={classes.entryBody}>
        <div className={classes.entryHead}>
          <b>{entry.author.name}</b>
          <Link
            to="/tickets/$number"
            params={{ number: String(entry.ticket.number) } as never}
            className={classes.entryTicket}
          >
            #{entry.ticket.number} {entry.ticket.subject}
          </Link>
          <TimeText at={entry.at} as="short" className={classes.entryTime ?? ''} />
        </div>
        <p className={classes.entryText}>
          {entry.change ? <Change change={entry.change} /> : entry.text}
          {entry.cut && '…'}
        </p>
        {entry.files > 0 && (
          <span className={classes.entryFiles}>
            <IconPaperclip size={13} aria-hidden="true" />{' '}
            {t('cards.files', { count: entry.files })}
          </span>
        )}
      </div>
    </li>
  );
}
