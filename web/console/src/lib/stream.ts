import type { QueryClient } from '@tanstack/react-query';
import type { Change, Ticket } from './api-types.ts';
import { apiUrl } from './client.ts';
import { outdate } from './outdate.ts';
import type { Channel, ChannelImport } from './settings-types.ts';
import { hearTickets, readAgain, refreshAll } from './tickets.ts';
import { hearWhisper, whisperKinds, type WhisperKind } from './whispers.ts';

export type StreamChange = {
  id: string;
  name: string;
  at: string;
  ticketId: string | null;
  actor: { kind: string; id: string | null; name: string | null };
  changes: Change[];
  ticket: Ticket | null;
};
type Kind = 'change' | 'counts' | 'channel' | WhisperKind | 'reset' | 'began' | 'open' | 'lost';
type Listener = (kind: Kind, text: string) => void;

const kinds = ['change', 'counts', 'channel', ...whisperKinds, 'reset'] as const;
const longestWaitMs = 30_000;

/**
 * One connection to the server. The browser itself resumes a broken one by Last-Event-ID; after a
 * refusal it gives up, so we begin anew and ask for everything again.
 */
function connect(listener: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let begun = false;
  const open = () => {
    source = new EventSource(apiUrl('/stream'));
    source.addEventListener('open', () => {
      if (failures > 0 || !begun) {
        listener(failures > 0 ? 'reset' : 'began', '');
      }
      listener('open', '');
      failures = 0;
      begun = true;
    });
    for (const kind of kinds) {
      source.addEventListener(kind, (event: MessageEvent<string>) => listener(kind, event.data));
    }
    source.addEventListener('error', () => {
      listener('lost', '');
      if (source?.readyState === EventSource.CLOSED) {
        failures += 1;
        timer = setTimeout(open, Math.min(longestWaitMs, 1000 * 2 ** failures));
      }
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/**
 * A browser gives six connections to a plain-http host, so only one tab holds the stream and tells
 * the others. Without locks (plain http on another machine) each tab has its own.
 */
function shared(listener: Listener): () => void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') {
    return connect(listener);
  }
  const others = new BroadcastChannel('otklik-stream');
  const ended = new AbortController();
  let stop: (() => void) | undefined;
  others.addEventListener('message', (event: MessageEvent<{ kind: Kind; text: string }>) =>
    listener(event.data.kind, event.data.text),
  );
  const hold = () =>
    new Promise<void>((resolve) => {
      stop = connect((kind, text) => {
        if (!ended.signal.aborted) {
          listener(kind, text);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
          others.postMessage({ kind, text });
        }
      });
      ended.signal.addEventListener('abort', () => resolve());
    });
  void locks.request('otklik-stream', { signal: ended.signal }, hold).catch(() => {});
  return () => {
    ended.abort();
    stop?.();
    others.close();
  };
}

/** Together for all that came within a moment: a colleague's act upon thousands of tickets must not stall this desk. */
const gatherMs = 25;

function gatherTickets(cache: QueryClient) {
  let waiting: Ticket[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const tickets = waiting;
    waiting = [];
    hearTickets(cache, tickets);
    // Their messages, events and whatever else is read of them.
    const numbers = new Set(tickets.map(({ number }) => String(number)));
    outdate(cache, {
      queryKey: ['ticket'],
      predicate: ({ queryKey }) => queryKey.length > 2 && numbers.has(String(queryKey[1])),
    });
  };
  return (ticket: Ticket) => {
    waiting.push(ticket);
    timer ??= setTimeout(flush, gatherMs);
  };
}

function onOther(cache: QueryClient, change: StreamChange): void {
  const subject = change.name.split('.')[0] ?? '';
  if (subject === 'demo') {
    // Thousands of things have come or gone at once.
    refreshAll(cache);
    return;
  }
  const touched: Record<string, string> = {
    user: 'users',
    team: 'teams',
    category: 'categories',
    person: 'people',
    organization: 'organizations',
    channel: 'channels',
    letter: 'inbound',
    inbound: 'inbound',
    role: 'roles',
    view: 'views',
    template: 'templates',
    'ticket-template': 'ticket-templates',
    recurrence: 'recurrences',
    calendar: 'calendars',
    macro: 'macros',
    'sla-policy': 'sla-policies',
    availability: 'availability',
    absence: 'availability',
    signature: 'signatures',
    reminder: 'reminders',
    timer: 'timer',
    workflow: 'workflow',
    task: 'tasks',
  };
  const key = touched[subject];
  if (key) {
    outdate(cache, { queryKey: [key] });
  }
  if (key === 'views') {
    outdate(cache, { queryKey: ['counts'] });
  }
}

function onChannel(cache: QueryClient, told: { channelId: string; import: ChannelImport }): void {
  cache.setQueryData<Channel[]>(['channels'], (channels) =>
    channels?.map((channel) =>
      channel.id === told.channelId ? { ...channel, import: told.import } : channel,
    ),
  );
}

/** Keeps the caches alive. `change` hears of every change, `state` whether the stream is there, `noticed` of notices. */
export function listenToStream(
  cache: QueryClient,
  on: {
    change: (change: StreamChange) => void;
    state: (connected: boolean) => void;
    noticed: () => void;
  },
): () => void {
  const takeTicket = gatherTickets(cache);
  const handlers: Record<Kind, (text: string) => void> = {
    open: () => on.state(true),
    lost: () => on.state(false),
    reset: () => refreshAll(cache),
    began: () => readAgain(cache),
    counts: (text) =>
      cache.setQueryData<Record<string, number>>(['counts'], (old) => ({
        ...old,
        ...(JSON.parse(text) as Record<string, number>),
      })),
    channel: (text) => onChannel(cache, JSON.parse(text) as never),
    presence: (text) => hearWhisper(cache, 'presence', text),
    draft: (text) => hearWhisper(cache, 'draft', text),
    notices: (text) => {
      hearWhisper(cache, 'notices', text);
      on.noticed();
    },
    change: (text) => {
      const change = JSON.parse(text) as StreamChange;
      if (change.ticket) {
        takeTicket(change.ticket);
      } else {
        onOther(cache, change);
      }
      on.change(change);
    },
  };
  return shared((kind, text) => handlers[kind](text));
}
