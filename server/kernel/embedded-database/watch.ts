import { setTimeout as sleep } from 'node:timers/promises';
import { worksIn } from './pid.ts';
import { clearRemains, shutDown } from './postmaster.ts';
import type { Layout } from './cluster.ts';
import type { Running } from './postmaster.ts';

export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
}

const lookEveryMs = 500;
const longestPauseMs = 10_000;

/**
 * Looks after a running database by its pid, which serves for an own child and for an adopted one,
 * and starts it again at the same address when it ends unasked.
 */
export class Watch {
  #running: Running;
  #stopping = false;
  #restarting: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;
  readonly #layout: Layout;
  readonly #relaunch: () => Promise<Running>;
  readonly #log: EmbeddedLog;

  constructor(options: {
    layout: Layout;
    running: Running;
    relaunch: () => Promise<Running>;
    log: EmbeddedLog;
  }) {
    this.#layout = options.layout;
    this.#running = options.running;
    this.#relaunch = options.relaunch;
    this.#log = options.log;
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
    this.#timer.unref();
  }

  #look(): void {
    if (this.#stopping || this.#restarting !== null || this.#isUp()) {
      return;
    }
    this.#restarting = this.#restart().finally(() => (this.#restarting = null));
  }

  #isUp(): boolean {
    return worksIn(this.#running.pid, this.#layout.folder);
  }

  async #restart(): Promise<void> {
    this.#log.warn('The database ended unexpectedly and is started again');
    for (let pauseMs = 250; !this.#stopping; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await clearRemains(this.#layout);
        this.#running = await this.#relaunch();
        this.#log.info('The database is running again');
        return;
      } catch (error) {
        this.#log.warn(`The database could not be started: ${String(error)}`);
        await sleep(pauseMs);
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#restarting;
    if (this.#isUp()) {
      await shutDown(this.#running.pid, this.#layout);
    }
  }
}
