import type { QueryClient } from '@tanstack/react-query';
import type { Draft } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { draftsKey } from '../../../lib/whispers.ts';
import type { Words } from './field.ts';
import { keep, nothingKept, readKept, type Kept } from './kept-words.ts';

const localMs = 300;
const serverMs = 900;
const againMs = 5000;

export type Kind = 'reply' | 'note';
export type Drafts = { items: Draft[] };
type Show = (kept: Kept, draft: Draft | null, replaced: boolean) => void;

const addressesOf = (cc: string) => cc.split(/[\s,;]+/).filter(Boolean);

/** What is typed goes into this browser within a third of a second and to the server within one. */
export class DraftKeeper {
  readonly #cache: QueryClient;
  readonly #ticketId: string;
  readonly #kind: Kind;
  #show: Show = () => undefined;
  #now: Kept;
  #files: readonly string[] = [];
  #local: ReturnType<typeof setTimeout> | undefined;
  #server: ReturnType<typeof setTimeout> | undefined;
  #pushing: Promise<void> | null = null;

  constructor(cache: QueryClient, at: { ticketId: string; kind: Kind }) {
    this.#cache = cache;
    this.#ticketId = at.ticketId;
    this.#kind = at.kind;
    this.#now = readKept(this.#name);
  }

  get #name(): string {
    return `${this.#ticketId}.${this.#kind}`;
  }

  /** Who shows it. */
  tell(show: Show): void {
    this.#show = show;
  }

  get now(): Kept {
    return this.#now;
  }

  change(part: Partial<Words & { cc: string }>): void {
    this.#set({ ...this.#now, ...part, editedAt: Date.now(), dirty: true });
    this.#show(this.#now, null, false);
    this.#pushSoon(serverMs);
  }

  /** Files are on the server already; the draft only names them. */
  attach(files: readonly string[]): void {
    if (files.join() !== this.#files.join()) {
      this.#files = files;
      this.#set({ ...this.#now, editedAt: Date.now(), dirty: true });
      this.#pushSoon(serverMs);
    }
  }

  /** What the server has, on opening and whenever another device has kept something. */
  meet(draft: Draft | undefined): void {
    if (this.#pushing) {
      return;
    }
    if (this.#now.dirty) {
      this.#pushSoon(0);
    } else if (draft && draft.edition !== this.#now.base) {
      this.#take(draft);
    } else if (!draft && this.#now.base !== null) {
      this.#forget();
      this.#show(this.#now, null, true);
    } else {
      this.#files = draft?.files.map(({ id }) => id) ?? [];
      this.#show(this.#now, draft ?? null, false);
    }
  }

  /** A text that comes back whole, e.g. an answer that was taken back. */
  restore(draft: Draft): void {
    this.#take(draft);
  }

  /** It was sent: the server has dropped its draft with it. */
  async sent(): Promise<void> {
    this.#forget();
    this.#show(this.#now, null, true);
    await this.settled();
  }

  /** Nothing is on its way that would come behind what is sent next. */
  async settled(): Promise<void> {
    clearTimeout(this.#server);
    await this.#pushing;
    clearTimeout(this.#server);
  }

  async dropAside(): Promise<void> {
    await this.#push(true);
  }

  flush(): void {
    clearTimeout(this.#local);
    keep(this.#name, this.#now);
  }

  retry(): void {
    if (this.#now.dirty) {
      this.#pushSoon(0);
    }
  }

  close(): void {
    this.flush();
    clearTimeout(this.#server);
    if (this.#now.dirty) {
      void this.#push();
    }
  }

  #set(kept: Kept): void {
    this.#now = kept;
    clearTimeout(this.#local);
    this.#local = setTimeout(() => keep(this.#name, this.#now), localMs);
  }

  #forget(): void {
    this.#files = [];
    this.#set(nothingKept);
    keep(this.#name, nothingKept);
    this.#remember(null);
  }

  #take(draft: Draft): void {
    this.#files = draft.files.map(({ id }) => id);
    this.#set({
      body: draft.body,
      html: draft.html,
      cc: draft.cc.join(', '),
      editedAt: Date.now(),
      base: draft.edition,
      dirty: false,
    });
    this.#remember(draft);
    this.#show(this.#now, draft, true);
  }

  #pushSoon(ms: number): void {
    clearTimeout(this.#server);
    this.#server = setTimeout(() => void this.#push(), ms);
  }

  #push(dropAside = false): Promise<void> {
    this.#pushing ??= this.#send(dropAside).finally(() => {
      this.#pushing = null;
      if (this.#now.dirty) {
        this.#pushSoon(serverMs);
      }
    });
    return this.#pushing;
  }

  async #send(dropAside: boolean): Promise<void> {
    const sent = this.#now;
    try {
      const { draft } = await api.put<{ draft: Draft | null }>(
        `/tickets/${this.#ticketId}/drafts/${this.#kind}`,
        {
          body: sent.body,
          ...(sent.html ? { html: sent.html } : {}),
          cc: addressesOf(sent.cc),
          attachments: this.#files,
          base: sent.base,
          editedAgoMs: Math.max(0, Date.now() - sent.editedAt),
          ...(dropAside ? { dropAside } : {}),
        },
      );
      this.#kept(sent, draft);
    } catch {
      // Offline or refused: it is kept here and tried again.
      this.#server = setTimeout(() => void this.#push(), againMs);
    }
  }

  #kept(sent: Kept, draft: Draft | null): void {
    const isUntouched = this.#now.editedAt === sent.editedAt;
    if (draft && isUntouched && draft.body !== sent.body) {
      this.#take(draft);
      return;
    }
    // What was sent meanwhile left nothing that this could belong to.
    const base = this.#now.body || this.#now.cc || isUntouched ? (draft?.edition ?? null) : null;
    this.#set({ ...this.#now, base, dirty: this.#now.dirty && !isUntouched });
    this.#remember(draft);
    this.#show(this.#now, draft, false);
  }

  #remember(draft: Draft | null): void {
    this.#cache.setQueryData<Drafts>(draftsKey(this.#ticketId), (known) => ({
      items: [
        ...(known?.items ?? []).filter(({ kind }) => kind !== this.#kind),
        ...(draft ? [draft] : []),
      ],
    }));
  }
}
