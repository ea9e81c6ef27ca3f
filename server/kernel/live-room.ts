import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { countsFrame, framesOf, placeFrame, resetFrame, type Frame } from './live-frames.ts';
import { readAfter, type PlacedEvent, type Position } from './live-log.ts';
import type { LiveView, Watcher } from './live.ts';
import { isFor, whisperFrame, type Whisper } from './live-whisper.ts';
import type { Log } from './log.ts';

const batch = 500;
const backlogLimit = 2_000;
const countDelayMs = 120;
/** Older than this when it is written: brought in from the past, often by the thousand. */
const pastMs = 3_600_000;
const resetEveryMs = 2_000;
/** Committed events wait for an older transaction: looked for again so soon. */
const waitMs = 25;

type Parts = {
  readonly db: Database;
  readonly views: readonly LiveView[];
  readonly log: Log;
  readonly clock: Clock | undefined;
  readonly workspaceId: string;
};

/** All screens of one workspace in this process, and how far they have been told. */
export class LiveRoom {
  readonly #parts: Parts;
  readonly #watchers = new Set<Watcher>();
  readonly #counted = new Map<Watcher, Map<LiveView, string>>();
  readonly #countTimers = new Map<LiveView, NodeJS.Timeout>();
  #position: Position;
  #busy = false;
  #again = false;
  #closed = false;
  #waitTimer: NodeJS.Timeout | undefined;
  #resetTimer: NodeJS.Timeout | undefined;

  constructor(parts: Parts, position: Position) {
    this.#parts = parts;
    this.#position = position;
  }

  get size(): number {
    return this.#watchers.size;
  }

  /** Nobody watches and nothing is on its way. */
  get isIdle(): boolean {
    return this.#watchers.size === 0 && !this.#busy;
  }

  async watch(watcher: Watcher, since: Position | null): Promise<void> {
    if (since) {
      await this.#watchFrom(watcher, since);
    } else {
      this.#watchers.add(watcher);
      watcher.send(placeFrame(this.#position));
    }
    this.look();
    this.#countSoon();
  }

  /** Said once to the screens of some people. */
  whisper(said: Whisper): void {
    const text = whisperFrame(said);
    for (const watcher of this.#watchers) {
      if (isFor(said.to, watcher.actor) && !watcher.send(text)) {
        this.leave(watcher);
      }
    }
  }

  leave(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    this.#counted.delete(watcher);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#countTimers.values()) {
      clearTimeout(timer);
    }
    clearTimeout(this.#waitTimer);
    clearTimeout(this.#resetTimer);
  }

  /** Something may have happened. One look at a time; what is said meanwhile is looked for afterwards. */
  look(): void {
    if (this.#closed) {
      return;
    }
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#again = false;
    void this.#deliverSafely().then((state) => this.#goOn(state));
  }

  #goOn(state: 'now' | 'soon' | 'idle'): void {
    this.#busy = false;
    if (state === 'soon') {
      this.#waitTimer = setTimeout(() => this.look(), waitMs);
    } else if (this.#again || state === 'now') {
      this.look();
    }
  }

  async #deliverSafely(): Promise<'now' | 'soon' | 'idle'> {
    try {
      return await this.#deliver();
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'live stream');
      return 'soon';
    }
  }

  async #deliver(): Promise<'now' | 'soon' | 'idle'> {
    const { db, workspaceId } = this.#parts;
    const { events, more } = await db.read(workspaceId, (reader) =>
      readAfter(reader, workspaceId, { position: this.#position, limit: batch }),
    );
    const last = events.at(-1);
    if (last) {
      const news = events.filter((event) => !this.#isPast(event));
      if (news.length < events.length) {
        this.#resetSoon();
      }
      const frames = await framesOf(this.#parts, workspaceId, news);
      // Told and marked as told in one go: who comes in between is either before or after.
      for (const watcher of this.#watchers) {
        this.#tell(watcher, frames);
      }
      this.#position = last.position;
      this.#countSoon();
    }
    return events.length === batch ? 'now' : more ? 'soon' : 'idle';
  }

  #isPast({ line }: PlacedEvent): boolean {
    const { clock } = this.#parts;
    return clock !== undefined && clock().getTime() - Date.parse(line.at) > pastMs;
  }

  #resetSoon(): void {
    this.#resetTimer ??= setTimeout(() => {
      this.#resetTimer = undefined;
      for (const watcher of this.#watchers) {
        watcher.send(resetFrame);
      }
    }, resetEveryMs);
  }

  #tell(watcher: Watcher, frames: readonly Frame[]): void {
    const texts = frames.filter((frame) => frame.visibleTo(watcher.actor)).map(({ text }) => text);
    if (texts.length > 0 && !watcher.send(texts.join(''))) {
      this.leave(watcher);
    }
  }

  /** What comes meanwhile waits behind the backlog: order is kept and nothing falls between. */
  async #watchFrom(watcher: Watcher, since: Position): Promise<void> {
    const waiting: string[] = [];
    const gate: Watcher = { actor: watcher.actor, send: (text) => waiting.push(text) > 0 };
    this.#watchers.add(gate);
    try {
      await this.#sendBacklog(watcher, since);
    } finally {
      this.leave(gate);
    }
    // In one go with the gate's end: what is told next must find either of the two.
    for (const text of waiting) {
      watcher.send(text);
    }
    this.#watchers.add(watcher);
  }

  async #sendBacklog(watcher: Watcher, since: Position): Promise<void> {
    const { db, workspaceId } = this.#parts;
    const until = this.#position;
    const backlog = await db.read(workspaceId, (reader) =>
      readAfter(reader, workspaceId, { position: since, until, limit: backlogLimit }),
    );
    if (backlog.events.length >= backlogLimit || backlog.fromFuture) {
      watcher.send(resetFrame);
      return;
    }
    this.#tell(watcher, await framesOf(this.#parts, workspaceId, backlog.events));
  }

  #countSoon(): void {
    for (const view of this.#closed ? [] : this.#parts.views) {
      if (view.counts && !this.#countTimers.has(view)) {
        const restMs = view.restMs?.(this.#parts.workspaceId) ?? 0;
        const timer = setTimeout(() => this.#count(view), Math.max(countDelayMs, restMs));
        this.#countTimers.set(view, timer);
      }
    }
  }

  #count(view: LiveView): void {
    this.#countTimers.delete(view);
    void this.#sendCounts(view).catch((error: unknown) =>
      this.#parts.log.warn({ err: error }, 'live counters'),
    );
  }

  async #sendCounts(view: LiveView): Promise<void> {
    const { db, workspaceId } = this.#parts;
    const watching = [...this.#watchers].map(({ actor }) => actor);
    const countFor = await db.read(workspaceId, async (reader) =>
      view.counts?.(reader, workspaceId, watching),
    );
    for (const watcher of countFor ? this.#watchers : []) {
      const told = this.#counted.get(watcher) ?? new Map<LiveView, string>();
      this.#counted.set(watcher, told);
      const text = countsFrame(countFor?.(watcher.actor) ?? {});
      if (told.get(view) !== text) {
        told.set(view, text);
        watcher.send(text);
      }
    }
  }
}
