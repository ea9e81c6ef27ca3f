import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import type { Message, Ticket, TicketEvent } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { eventsQuery, messagesQuery } from '../../lib/tickets.ts';
import { EventLine, isWorthALine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import classes from './timeline.module.css';

type Entry = { at: string; id: string; message?: Message; event?: TicketEvent };

/** A message and what it changed carry the same time: first what was said, then what came of it. */
const rank = ({ event }: Entry) => (event ? (event.name === 'ticket.opened' ? 0 : 2) : 1);

/** Messages, notes and events in the order in which they happened. */
export function woven(messages: Message[], events: TicketEvent[]): Entry[] {
  const said = messages.map((message) => ({ at: message.createdAt, id: message.id, message }));
  const done = events.filter(isWorthALine).map((event) => ({ at: event.at, id: event.id, event }));
  return [...said, ...done].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b),
  );
}

/** The end of the conversation, or the beginning of its last message when that is longer than the pane. */
function restingPlace(box: HTMLElement, last: Element | null): number {
  const isLong = last instanceof HTMLElement && last.offsetHeight > box.clientHeight - 24;
  return isLong ? last.offsetTop - 12 : box.scrollHeight;
}

export function Timeline({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const number = String(ticket.number);
  const messages = useQuery(messagesQuery(number));
  const events = useQuery(eventsQuery(number));
  const entries = useMemo(
    () => woven(messages.data ?? [], events.data ?? []),
    [messages.data, events.data],
  );
  const scroll = useRef<HTMLElement>(null);
  const stuck = useRef(true);
  // A conversation is read from its end; who scrolled up to read stays there.
  useLayoutEffect(() => {
    const box = scroll.current;
    const inner = box?.firstElementChild;
    if (!box || !inner) {
      return undefined;
    }
    const rest = () => {
      if (stuck.current) {
        box.scrollTo({ top: restingPlace(box, inner.lastElementChild) });
      }
    };
    const watch = new ResizeObserver(rest);
    watch.observe(inner);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      // A long conversation is scrolled by keys too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      aria-label={t('tickets.timeline')}
      onScroll={(event) => {
        const box = event.currentTarget;
        const rest = restingPlace(box, box.firstElementChild?.lastElementChild ?? null);
        stuck.current =
          Math.abs(Math.min(rest, box.scrollHeight - box.clientHeight) - box.scrollTop) < 80;
      }}
    >
      <div className={classes.entries}>
        {!messages.data && !messages.error && <Skeleton rows={4} />}
        {messages.error && !messages.data && (
          <Failure {...wordsOf(messages.error)} onRetry={() => void messages.refetch()} />
        )}
        {messages.data &&
          entries.map((entry) => <TimelineEntry key={entry.id} entry={entry} ticket={ticket} />)}
      </div>
    </section>
  );
}

function TimelineEntry({ entry, ticket }: { entry: Entry; ticket: Ticket }) {
  if (entry.message) {
    return <MessageCard message={entry.message} ticket={ticket} />;
  }
  return entry.event ? <EventLine event={entry.event} /> : null;
}
