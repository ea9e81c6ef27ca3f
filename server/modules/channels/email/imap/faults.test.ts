import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startImapServer } from '../../../../test/mail/imap-server.ts';
import { letterText } from '../../../../test/mail/letters.ts';
import type { MailboxState } from './mailbox-state.ts';
import { openMailbox } from './open-mailbox.ts';

/** Repeatable: the same seed gives the same faults. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('however often server, store and desk die, every letter arrives, whole and with one id', async () => {
  const roll = dice(20_261_102);
  const imap = await startImapServer();
  const sent = new Map<string, string>();
  for (let number = 0; number < 150; number += 1) {
    const text = letterText(String(number), {}, `${number} `.repeat(1 + Math.floor(roll() * 3000)));
    sent.set(`<${number}@there.test>`, text);
    imap.folder().deliver(text);
  }
  imap.faults.cutBodyAfter = Array.from({ length: 400 }, () =>
    roll() < 0.05 ? Math.floor(roll() * 900) : 1e9,
  );
  const store = new Map<string, string>();
  const ids = new Map<string, Set<string>>();
  let kept: MailboxState | null = { uidValidity: '1', lastUid: 0, newestAt: null, failed: [] };
  for (let life = 0; life < 200 && store.size < sent.size; life += 1) {
    const mailbox = openMailbox(
      {
        host: imap.host,
        port: imap.port,
        security: 'none',
        user: 'support@own.test',
        secret: { kind: 'password', password: 'secret' },
        afterwards: { kind: 'mark_seen' },
      },
      {
        loadState: async () => kept,
        async saveState(state) {
          if (roll() < 0.1) {
            throw new Error('database is away');
          }
          kept = structuredClone(state);
        },
        async receive({ raw, externalId }) {
          if (roll() < 0.05) {
            throw new Error('disk is full');
          }
          const id = /Message-ID: (.*)\r/.exec(raw.toString())?.[1] ?? '';
          store.set(id, raw.toString());
          ids.set(id, (ids.get(id) ?? new Set()).add(externalId));
        },
      },
      {
        environment: {
          now: () => new Date(Date.now() + life * 60_000),
          random: roll,
          sleep: async (delayMs, signal) =>
            wait(Math.min(delayMs / 200, 50), undefined, { signal }).catch(() => undefined),
        },
      },
    );
    await wait(20 + roll() * 60);
    if (roll() < 0.3) {
      imap.dropAll();
    }
    await mailbox.stop();
  }
  expect(store.size).toBe(150);
  expect([...sent].every(([id, text]) => store.get(id) === text)).toBe(true);
  expect([...ids.values()].every((of) => of.size === 1)).toBe(true);
  await imap.close();
}, 60_000);
