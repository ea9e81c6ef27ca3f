import { sql } from 'kysely';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import type { Whisper } from './live-whisper.ts';
import type { Log } from './log.ts';

/**
 * Who is where now, and what they do there. It lives in the memory of every process that serves screens: each screen says
 * again and again that it is there, its process tells the others by NOTIFY, and who has said nothing for a while is gone.
 * Nothing is written to the database. A process that has just started knows everybody after one round of words.
 */
export type Presence = {
  say(word: PresenceWord): void;
  at(workspaceId: string, place: string): readonly Present[];
  close(): Promise<void>;
};

export type PresenceWord = {
  readonly workspaceId: string;
  readonly place: string;
  /** One of a person's windows. */
  readonly screen: string;
  readonly user: { readonly id: string; readonly name: string };
  /** Null: has left. */
  readonly doing: 'looking' | 'writing' | null;
};

export type Present = {
  readonly id: string;
  readonly name: string;
  readonly doing: 'looking' | 'writing';
};

type Parts = {
  readonly db: Database;
  readonly log: Log;
  tell(whisper: Whisper): void;
  /** For tests. */
  readonly goneMs?: number;
};

type Seen = { readonly word: PresenceWord; readonly heardAt: number };
type Place = { readonly screens: Map<string, Seen>; told: string };

const channel = 'otklik_presence';
/** Screens speak every four seconds; two words may get lost. */
const usualGoneMs = 10_000;
const gatherMs = 40;
/** A notice holds 8 kB. */
const wordsAtOnce = 20;

export function openPresence(parts: Parts): Presence {
  const { db, log, tell, goneMs = usualGoneMs } = parts;
  const places = new Map<string, Place>();
  const own = newId();
  let waiting: PresenceWord[] = [];
  let timer: NodeJS.Timeout | undefined;

  function hear(word: PresenceWord): void {
    const key = keyOf(word.workspaceId, word.place);
    const place = places.get(key) ?? { screens: new Map<string, Seen>(), told: '[]' };
    places.set(key, place);
    if (word.doing === null) {
      place.screens.delete(word.screen);
    } else {
      place.screens.set(word.screen, { word, heardAt: performance.now() });
    }
    tellChange(key, place, word);
  }

  function tellChange(key: string, place: Place, { workspaceId, place: at }: PresenceWord): void {
    const people = peopleOf(place);
    const now = JSON.stringify(people);
    if (place.screens.size === 0) {
      places.delete(key);
    }
    if (place.told === now) {
      return;
    }
    place.told = now;
    // Only those who are there themselves: the traffic grows with meetings, not with people.
    const to = people.map(({ id }) => id);
    tell({ workspaceId, to, event: 'presence', words: { ticketId: at, people } });
  }

  function forgetSilent(): void {
    const limit = performance.now() - goneMs;
    for (const [key, place] of places) {
      for (const [screen, { heardAt, word }] of place.screens) {
        if (heardAt < limit) {
          place.screens.delete(screen);
          tellChange(key, place, word);
        }
      }
    }
  }

  function sendSoon(word: PresenceWord): void {
    waiting.push(word);
    timer ??= setTimeout(() => {
      timer = undefined;
      const words = waiting;
      waiting = [];
      void sendAll(words).catch((error: unknown) => log.warn({ err: error }, 'presence'));
    }, gatherMs);
  }

  async function sendAll(words: readonly PresenceWord[]): Promise<void> {
    for (let from = 0; from < words.length; from += wordsAtOnce) {
      const payload = JSON.stringify({ by: own, words: words.slice(from, from + wordsAtOnce) });
      await db.unbound((tx) => sql`select pg_notify(${channel}, ${payload})`.execute(tx));
    }
  }

  const sweeping = setInterval(forgetSilent, Math.min(1_000, goneMs / 4));
  const listener = db.listen(
    channel,
    (payload) => {
      const { by, words } = JSON.parse(payload) as { by: string; words: PresenceWord[] };
      // Own words have been heard already; their echo could be older than what was said since.
      for (const word of by === own ? [] : words) {
        hear(word);
      }
    },
    () => undefined,
  );

  return {
    say(word) {
      hear(word);
      sendSoon(word);
    },
    at: (workspaceId, place) => peopleOf(places.get(keyOf(workspaceId, place))),
    async close() {
      clearInterval(sweeping);
      clearTimeout(timer);
      await listener.close();
    },
  };
}

const keyOf = (workspaceId: string, place: string): string => `${workspaceId} ${place}`;

/** Everybody once, writing if one of their windows is written in. */
function peopleOf(place: Place | undefined): Present[] {
  const people = new Map<string, Present>();
  for (const { word } of place?.screens.values() ?? []) {
    const doing = word.doing ?? 'looking';
    if (doing === 'writing' || !people.has(word.user.id)) {
      people.set(word.user.id, { ...word.user, doing });
    }
  }
  return [...people.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
