import { setTimeout as sleep } from 'node:timers/promises';
import { letterText } from '../../server/test/mail/letters.ts';
import { sendLetter } from './send-letter.ts';

export type LetterLoad = {
  /** Message-IDs for which 250 was heard, and when (milliseconds of the epoch). */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Attempts that got another answer, or none. */
  readonly refusals: readonly string[];
  stop(): Promise<void>;
};

type Load = {
  readonly port: number;
  /** Part of the Message-IDs, so that several loads on one desk can be told apart. */
  readonly name: string;
  readonly senders: number;
  readonly pauseMs: number;
};

/**
 * Sends small letters until stopped, as relays do: a letter for which no 250 was heard is sent again, the same, until it is.
 * So the same letter is often handed over twice: once before a crash and once after it.
 */
export function startLetterLoad({ port, name, senders, pauseMs }: Load): LetterLoad {
  const acknowledged = new Map<string, number>();
  const refusals: string[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;

  async function relay(sender: number): Promise<void> {
    for (let n = 1; !signal.aborted; n += 1) {
      const id = `${name}.${sender}.${n}`;
      const from = `person${n % 50}@relay${sender}.test`;
      const raw = letterText(id, { From: `Person <${from}>`, Subject: `Question ${id}` });
      while (!signal.aborted && !(await hand(raw, from, id))) {
        await sleep(100);
      }
      await sleep(pauseMs);
    }
  }

  async function hand(raw: string, from: string, id: string): Promise<boolean> {
    const { taken, reply } = await sendLetter(port, raw, { from });
    if (taken) {
      acknowledged.set(`${id}@there.test`, Date.now());
    } else {
      refusals.push(reply);
    }
    return taken;
  }

  const running = Array.from({ length: senders }, (_, sender) => relay(sender));
  return {
    acknowledged,
    refusals,
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
