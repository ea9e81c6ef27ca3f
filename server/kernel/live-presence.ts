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
  const { db, goneMs = usualGoneMs } = parts;
  const crowd = new Crowd(parts);
  const voice = openVoice(parts);
  const sweeping = setInterval(() => crowd.forget(goneMs), Math.min(1_000, goneMs / 4));
  const listener = db.listen(
    channel,
    (payload) => {
      const { by, words } = JSON.parse(payload) as Said;
      // Own words have been heard already; their echo could be older than what was said since.
      for (const word of by === voice.name ? [] : words) {
        crowd.hear(word);
      }
    },
    () => undefined,
  );
  return {
    say(word) {
      crowd.hear(word);
      voice.say(word);
    },
    at: (workspaceId, place) => crowd.at(workspaceId, place),
    async close() {
      clearInterval(sweeping);
      voice.close();
      await listener.close();
    },
  };
}

type Said = { readonly by: string; readonly words: readonly PresenceWord[] };

/** What this process tells the others, gathered for a moment. */
function openVoice({ db, log }: Parts) {
  const name = newId();
  let waiting: PresenceWord[] = [];
  let timer: NodeJS.Timeout | undefined;
  async function sendAll(words: readonly PresenceWord[]): Promise<void> {
    for (let from = 0; from < words.length; from += wordsAtOnce) {
      const payload = JSON.stringify({ by: name, words: words.slice(from, from + wordsAtOnce) });
      await db.unbound((tx) => sql`select pg_notify(${channel}, ${payload})`.execute(tx));
    }
  }
  return {
    name,
    say(word: PresenceWord): void {
      waiting.push(word);
      timer ??= setTimeout(() => {
        timer = undefined;
        const words = waiting;
        waiting = [];
        void sendAll(words).catch((error: unknown) => log.warn({ err: error }, 'presence'));
      }, gatherMs);
    },
    close: () => clearTimeout(timer),
  };
}

/** Everybody who has been heard of lately, by place. */
class Crowd {
  readonly #tell: Parts['tell'];
  readonly #places = new Map<string, Place>();

  constructor({ tell }: Pick<Parts, 'tell'>) {
    this.#tell = tell;
  }

  at(workspaceId: string, place: string): Present[] {
    return peopleOf(this.#places.get(keyOf(workspaceId, place)));
  }

  hear(word: PresenceWord): void {
    const key = keyOf(word.workspaceId, word.place);
    const place = this.#places.get(key) ?? { screens: new Map<string, Seen>(), told: '[]' };
    this.#places.set(key, place);
    if (word.doing === null) {
      place.screens.delete(word.screen);
    } else {
      place.screens.set(word.screen, { word, heardAt: performance.now() });
    }
    this.#tellChange(key, place, word);
  }

  forget(silentMs: number): void {
    const limit = performance.now() - silentMs;
    for (const [key, place] of this.#places) {
      for (const [screen, { heardAt, word }] of place.screens) {
        if (heardAt < limit) {
          place.screens.delete(screen);
          this.#tellChange(key, place, word);
        }
      }
    }
  }

  #tellChange(key: string, place: Place, { workspaceId, place: at }: PresenceWord): void {
    const people = peopleOf(place);
    const now = JSON.stringify(people);
    if (place.screens.size === 0) {
      this.#places.delete(key);
    }
    if (place.told !== now) {
      place.told = now;
      // Only those who are there themselves: the traffic grows with meetings, not with people.
      const to = people.map(({ id }) => id);
      this.#tell({ workspaceId, to, event: 'presence', words: { ticketId: at, people } });
    }
  }
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
