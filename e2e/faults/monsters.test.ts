import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../server/test/mail/letters.ts';
import { openSmtpDialogue } from '../../server/test/mail/smtp-dialogue.ts';
import { setUp, ticketBySubject, type Desk, type MessageRow, type Page } from '../otklik/desk.ts';
import { readEvidence } from '../otklik/evidence.ts';
import { monsters } from '../otklik/monsters.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

let otklik: Otklik;
let desk: Desk;
beforeAll(async () => {
  otklik = await startOtklik();
  desk = await setUp(otklik);
});
afterAll(() => endEverything());

/** What "not delayed" means while two cores are shared with the whole test run. */
const nextWithinMs = 5_000;
let small = 0;

/** A small letter sent right behind becomes a ticket in time. */
async function nextIsNotDelayed(): Promise<number> {
  small += 1;
  const subject = `Small letter ${small}`;
  const before = performance.now();
  const raw = letterText(`small-${small}`, { Subject: subject, From: `s${small}@there.test` });
  expect((await sendLetter(otklik.smtpPort, raw)).reply).toMatch(/^250/);
  const patience = { withinMs: nextWithinMs };
  await waitUntil('the small letter', () => ticketBySubject(desk, subject), patience);
  return performance.now() - before;
}

describe('letters that nobody writes by hand', () => {
  test.each(monsters)(
    '$name: answered in words, and the next letter is not delayed',
    async (it) => {
      const { reply } = await sendLetter(otklik.smtpPort, it.raw());
      expect(reply).toMatch(it.reply);
      await nextIsNotDelayed();
      const { waiting, quarantined } = await waitUntil(
        'the letter is dealt with',
        async () => {
          const evidence = await readEvidence(await otklik.adminUrl());
          return evidence.waiting === 0 && evidence;
        },
        { withinMs: 30_000 },
      );
      expect({ waiting, quarantined }).toEqual({ waiting: 0, quarantined: 0 });
      expect(otklik.isRunning()).toBe(true);
    },
  );

  test('every one of them can be opened: list, ticket, messages, frame, files and source', async () => {
    const { items } = await desk.call<Page<{ id: string }>>('GET /tickets?limit=100');
    expect(items.length).toBeGreaterThan(monsters.length);
    for (const { id } of items) {
      const { items: messages } = await desk.call<Page<MessageRow>>(`GET /tickets/${id}/messages`);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        for (const view of ['frame', 'source']) {
          const path = `/api/v1/tickets/${id}/messages/${message.id}/${view}`;
          const answer = await fetch(otklik.url + path, { headers: { cookie: desk.cookie } });
          await answer.arrayBuffer();
          // A letter without HTML has no frame.
          expect([200, 404]).toContain(answer.status);
        }
      }
    }
  });
});

test.each([
  ['our own', (n: number) => `support+${n}@localhost`, { taken: 100, last: '452' }],
  ['unknown', (n: number) => `a${n}@localhost`, { taken: 0, last: '421' }],
])(
  'of 10,000 recipients that are %s no more are taken than make sense',
  async (_, of, expected) => {
    const smtp = await openSmtpDialogue(otklik.smtpPort);
    await smtp.say('EHLO there.test');
    await smtp.say('MAIL FROM:<anna@there.test>');
    const codes: string[] = [];
    while (codes.length < 10_000 && codes.at(-1) !== '421') {
      codes.push((await smtp.say(`RCPT TO:<${of(codes.length)}>`)).slice(0, 3));
    }
    smtp.close();
    expect(codes.filter((code) => code === '250')).toHaveLength(expected.taken);
    expect(codes.at(-1)).toBe(expected.last);
    await nextIsNotDelayed();
  },
);

test('a line that never ends, and a command nobody knows, do not hold anybody up', async () => {
  const endless = await openSmtpDialogue(otklik.smtpPort);
  endless.write('x'.repeat(5 * 1024 * 1024));
  const strange = await openSmtpDialogue(otklik.smtpPort);
  expect(await strange.say('\0\0\0')).toMatch(/^5/);
  await nextIsNotDelayed();
  endless.close();
  strange.close();
  expect(otklik.isRunning()).toBe(true);
  expect(await otklik.stop()).toBe(0);
});
