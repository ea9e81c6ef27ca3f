import type { WaitingLetter } from '../queries/waiting-letters.ts';
import { slots, type Slots } from './slots.ts';
import { threadGate } from './thread-gate.ts';

/** Turns one kind of raw letter into a ticket; throws when it cannot. */
export type LetterReader = {
  /** Everything that needs no transaction. `keys`: letters that share one must be taken in their order. */
  prepare(workspaceId: string, letter: WaitingLetter): Promise<PreparedLetter>;
};

export type PreparedLetter = {
  readonly keys: readonly string[];
  /** It will take its time, aside: others need not wait until it is done. */
  readonly isLong: boolean;
  /** In one transaction; repeating it does nothing. */
  take(): Promise<void>;
};

export type LineParts = {
  readonly workspaceId: string;
  readonly reader: LetterReader;
  /** Letters that are due, in the order of their arrival, without those in hand. */
  waiting(inHand: readonly string[], limit: number): Promise<readonly WaitingLetter[]>;
  /** Puts a letter that failed off; false when it is not the letter's fault, which then stays as it is. */
  putOff(letter: WaitingLetter, error: unknown): Promise<boolean>;
};

const atOnce = 16;
const longAtOnce = 2;
const batchSize = 64;

/**
 * The letters of one workspace. As soon as one is done the next begins; none waits for another but those of its own thread,
 * and long ones for each other.
 */
export class LetterLine {
  readonly #parts: LineParts;
  readonly #inHand = new Map<string, Promise<void>>();
  readonly #gate = threadGate();
  readonly #lanes = slots(atOnce);
  readonly #aside = slots(longAtOnce);
  /** Something stops all of them, e.g. a full disk: the next drain tries again. */
  #halted = false;
  #stopped = false;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  /** Until every letter that is due has been begun, or something stops all of them. */
  async drain(): Promise<void> {
    this.#halted = false;
    for (;;) {
      const letters = await this.#parts.waiting([...this.#inHand.keys()], batchSize);
      for (const letter of letters) {
        await this.#lanes.enter();
        if (this.#stopped || this.#halted) {
          this.#lanes.leave();
          return;
        }
        this.#begin(letter);
      }
      if (letters.length < batchSize) {
        return;
      }
    }
  }

  /** No new ones; resolves when those in hand are done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.done();
  }

  async done(): Promise<void> {
    while (this.#inHand.size > 0) {
      await Promise.all(this.#inHand.values());
    }
  }

  #begin(letter: WaitingLetter): void {
    const taking = this.#take(letter).finally(() => this.#inHand.delete(letter.id));
    this.#inHand.set(letter.id, taking);
  }

  async #take(letter: WaitingLetter): Promise<void> {
    const turn = this.#gate.enter();
    let place: Slots | null = this.#lanes;
    try {
      const prepared = await this.#parts.reader.prepare(this.#parts.workspaceId, letter);
      if (prepared.isLong) {
        place.leave();
        place = null;
      }
      await turn.pass(prepared.keys);
      if (place === null) {
        // After the turn: else two of one thread could wait for each other.
        await this.#aside.enter();
        place = this.#aside;
      }
      await prepared.take();
    } catch (error) {
      await this.#failed(letter, error);
    } finally {
      turn.leave();
      place?.leave();
    }
  }

  async #failed(letter: WaitingLetter, error: unknown): Promise<void> {
    try {
      this.#halted ||= !(await this.#parts.putOff(letter, error));
    } catch {
      this.#halted = true;
    }
  }
}
