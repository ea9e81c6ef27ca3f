import type { ImapFlow } from 'imapflow';
import {
  type ConnectionProblem,
  connectionProblem,
  isSignInProblem,
} from './connection-problem.ts';
import {
  type MailEnvironment,
  reconnectDelayMs,
  signInDelayMs,
  systemEnvironment,
} from './environment.ts';
import { closeClient, openClient } from './open-client.ts';
import { letterBytesOf, type MailboxSettings } from './settings.ts';
import { StorageFailed, type SyncHooks, syncMailbox } from './sync-mailbox.ts';

export type MailboxStatus =
  | { readonly kind: 'connecting' }
  /** `polling`: the server has no IDLE, or its IDLE said nothing although letters came. */
  | { readonly kind: 'live'; readonly mode: 'idle' | 'polling' }
  | { readonly kind: 'waiting'; readonly problem: ConnectionProblem; readonly retryAt: Date }
  | { readonly kind: 'stopped' };

export type MailboxHooks = SyncHooks & {
  /** Told whenever it changes, for the administrator's screen. */
  status?(status: MailboxStatus): void;
};

export type MailboxTiming = {
  /** Between looks at a server without IDLE. */
  readonly pollMs: number;
  /** Between looks at a server with IDLE, in case it has fallen silent; below the 29 minutes of RFC 2177. */
  readonly idleCheckMs: number;
  readonly connectTimeoutMs: number;
  readonly silenceMs: number;
};

export type OpenMailbox = {
  readonly status: MailboxStatus;
  /** Looks now instead of at the next push or poll, and reconnects now when it was waiting. */
  checkNow(): void;
  /** Resolves when nothing runs any more; a letter on its way is finished first. */
  stop(): Promise<void>;
};

const defaultTiming: MailboxTiming = {
  pollMs: 30_000,
  idleCheckMs: 4 * 60_000,
  connectTimeoutMs: 20_000,
  silenceMs: 60_000,
};
const deathsPerLetter = 3;
/** A server that ends IDLE sooner by itself does not mean it. */
const shortestIdleMs = 1_000;

/**
 * Serves one mailbox until stopped: connects, receives what is new, waits for more, and after any trouble
 * begins again where it was. Never throws; how it fares is told by `status`. Mailboxes know nothing of each other.
 */
export function openMailbox(
  settings: MailboxSettings,
  hooks: MailboxHooks,
  options: {
    readonly environment?: MailEnvironment;
    readonly timing?: Partial<MailboxTiming>;
  } = {},
): OpenMailbox {
  const timing = { ...defaultTiming, ...options.timing };
  const watch = new Watch(settings, hooks, {
    environment: options.environment ?? systemEnvironment,
    timing,
  });
  const ended = watch.run();
  return {
    get status() {
      return watch.status;
    },
    checkNow: () => watch.wake(),
    async stop() {
      watch.stop();
      await ended;
    },
  };
}

type World = { readonly environment: MailEnvironment; readonly timing: MailboxTiming };

class Watch {
  readonly #settings: MailboxSettings;
  readonly #hooks: MailboxHooks;
  readonly #world: World;
  readonly #stopping = new AbortController();
  #waiting = new AbortController();
  #attempt = 0;
  /** A letter may have come since the last look. */
  #dirty = false;
  #idleTrusted = true;
  #awaited = 0;
  readonly #deaths = new Map<number, number>();
  status: MailboxStatus = { kind: 'connecting' };

  constructor(settings: MailboxSettings, hooks: MailboxHooks, world: World) {
    this.#settings = settings;
    this.#hooks = hooks;
    this.#world = world;
  }

  async run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#connection();
      } catch (error) {
        await this.#pause(error);
      }
    }
    this.#tell({ kind: 'stopped' });
  }

  wake(): void {
    this.#dirty = true;
    this.#waiting.abort();
  }

  stop(): void {
    this.#stopping.abort();
    this.#waiting.abort();
  }

  async #connection(): Promise<void> {
    this.#tell({ kind: 'connecting' });
    const { connectTimeoutMs, silenceMs } = this.#world.timing;
    const literalBytes = letterBytesOf(this.#settings) + 64 * 1024;
    const { signal } = this.#stopping;
    const limits = { connectTimeoutMs, silenceMs, literalBytes, signal };
    const client = await openClient(this.#settings, limits);
    client.on('exists', () => this.wake());
    client.on('close', () => this.#waiting.abort());
    try {
      await this.#serve(client);
    } finally {
      await closeClient(client);
    }
  }

  async #serve(client: ImapFlow): Promise<void> {
    let pushed = true;
    while (!this.#stopping.signal.aborted) {
      this.#dirty = false;
      const result = await this.#sync(client);
      if (result.received > 0 && !pushed) {
        this.#idleTrusted = false;
      }
      this.#attempt = 0;
      this.#deaths.clear();
      pushed = await this.#quiet(client, result.retryAt);
    }
  }

  async #sync(client: ImapFlow): ReturnType<typeof syncMailbox> {
    const hopeless = [...this.#deaths].filter(([, deaths]) => deaths >= deathsPerLetter);
    this.#awaited = 0;
    const result = await syncMailbox(client, this.#settings, this.#hooks, {
      now: this.#world.environment.now(),
      signal: this.#stopping.signal,
      skip: new Set(hopeless.map(([uid]) => uid)),
      awaiting: (uid) => {
        this.#awaited = uid;
      },
    });
    this.#awaited = 0;
    return result;
  }

  /** Until something may have come; true when the server said so itself. */
  async #quiet(client: ImapFlow, retryAt: Date | null): Promise<boolean> {
    const idles = client.capabilities.has('IDLE') || client.capabilities.has('IMAP4REV2');
    const mode = idles && this.#idleTrusted ? 'idle' : 'polling';
    this.#tell({ kind: 'live', mode });
    await this.#rest(mode, retryAt, idles ? client : null);
    const pushed = this.#dirty;
    if (!this.#stopping.signal.aborted) {
      // Ends IDLE and proves that somebody is there; a dead connection is found by the look that follows.
      await client.noop();
    }
    return pushed;
  }

  async #rest(
    mode: 'idle' | 'polling',
    retryAt: Date | null,
    idler: ImapFlow | null,
  ): Promise<void> {
    if (this.#dirty || this.#stopping.signal.aborted) {
      return;
    }
    const { environment, timing } = this.#world;
    const look = mode === 'idle' ? timing.idleCheckMs : timing.pollMs;
    const retry =
      retryAt === null ? look : Math.max(0, retryAt.getTime() - environment.now().getTime());
    this.#waiting = new AbortController();
    if (idler !== null) {
      void this.#idle(idler, this.#waiting);
    }
    await environment.sleep(Math.min(look, retry), this.#waiting.signal);
  }

  /** The client ends a long IDLE by itself to see whether the server lives; then it is time for a look. */
  async #idle(client: ImapFlow, waiting: AbortController): Promise<void> {
    const { environment } = this.#world;
    const begun = environment.now().getTime();
    const refused = (await client.idle().catch(() => false)) === false;
    if (refused || environment.now().getTime() - begun < shortestIdleMs) {
      if (!this.#idleTrusted || waiting.signal.aborted) {
        return;
      }
      this.#idleTrusted = false;
    }
    waiting.abort();
  }

  async #pause(error: unknown): Promise<void> {
    if (this.#awaited !== 0 && !(error instanceof StorageFailed)) {
      this.#deaths.set(this.#awaited, (this.#deaths.get(this.#awaited) ?? 0) + 1);
    }
    const problem = this.#problem(error);
    this.#attempt += 1;
    const { environment } = this.#world;
    const delayMs = (isSignInProblem(problem.code) ? signInDelayMs : reconnectDelayMs)(
      this.#attempt,
      environment.random(),
    );
    if (!this.#stopping.signal.aborted) {
      this.#tell({
        kind: 'waiting',
        problem,
        retryAt: new Date(environment.now().getTime() + delayMs),
      });
      this.#waiting = new AbortController();
      await environment.sleep(delayMs, this.#waiting.signal);
    }
  }

  #problem(error: unknown): ConnectionProblem {
    if (error instanceof StorageFailed) {
      return { code: 'storage_failed', detail: String(error.cause) };
    }
    return connectionProblem(error, {
      host: this.#settings.host,
      oauth: this.#settings.secret.kind === 'oauth',
    });
  }

  #tell(status: MailboxStatus): void {
    this.status = status;
    this.#hooks.status?.(status);
  }
}
