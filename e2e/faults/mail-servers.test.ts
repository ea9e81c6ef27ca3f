import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../server/test/mail/letters.ts';
import {
  setUp,
  ticketBySubject,
  type Desk,
  type MessageRow,
  type Page,
  type TicketRow,
} from '../otklik/desk.ts';
import { readEvidence, withDatabase } from '../otklik/evidence.ts';
import { connectMailbox, fieldsOf, startMailbox, type OutsideMailbox } from '../otklik/mailbox.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

let otklik: Otklik;
let desk: Desk;
let mailbox: OutsideMailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  otklik = await startOtklik();
  desk = await setUp(otklik, 'en');
  await connectMailbox(desk, mailbox);
  await listening();
});
afterAll(async () => {
  await endEverything();
  await mailbox?.close();
});

/** Reconnecting is put off a little more with every failure. */
const listening = () =>
  waitUntil('the mailbox is listened to', async () => mailbox.imap.log.at(-1) === 'IDLE', {
    withinMs: 40_000,
  });

const ticketOf = (subject: string) =>
  waitUntil(`the ticket of ${subject}`, () => ticketBySubject(desk, subject), {
    withinMs: 40_000,
  });

async function answersOf(ticket: TicketRow): Promise<MessageRow[]> {
  const { items } = await desk.call<Page<MessageRow>>(`GET /tickets/${ticket.id}/messages`);
  return items.filter(({ direction }) => direction === 'out');
}

const deliveryIs = (ticket: TicketRow, state: string) =>
  waitUntil(`the answer is ${state}`, async () => {
    const [answer] = await answersOf(ticket);
    return answer?.delivery?.state === state && answer;
  });

/** What would be due in some minutes is due now. */
async function timePasses(): Promise<void> {
  await withDatabase(await otklik.adminUrl(), async (client) => {
    await client.query(
      `update outgoing_letter set next_attempt_at = now() where next_attempt_at > now()`,
    );
    await client.query(
      `update job_queue.job set start_after = now() where name = 'send-letter' and state = 'created'`,
    );
  });
}

describe('an IMAP server', () => {
  test('that vanishes in the middle of a letter, twice, loses nothing and doubles nothing', async () => {
    mailbox.imap.faults.cutBodyAfter.push(100, 2_000);
    const body = 'A long story. '.repeat(500);
    mailbox.imap.folder().deliver(letterText('cut', { Subject: 'Cut off' }, body));
    mailbox.imap.folder().deliver(letterText('next', { Subject: 'Right behind' }));
    const ticket = await ticketOf('Cut off');
    await ticketOf('Right behind');
    const { messages } = await readEvidence(await otklik.adminUrl());
    expect(messages.get('cut@there.test')).toBe(1);
    expect(messages.get('next@there.test')).toBe(1);
    const source = await desk.call<Page<MessageRow>>(`GET /tickets/${ticket.id}/messages`);
    expect(source.items[0]?.text.trim()).toBe(body.trim());
  });

  test('that goes away is shown with its reason, and what came meanwhile is fetched when it is back', async () => {
    await listening();
    mailbox.imap.faults.slamDoor = true;
    mailbox.imap.dropAll();
    type Channel = { address: string; status: { state: string; code: string | null } };
    const channel = await waitUntil('the channel says that it is in trouble', async () => {
      const { items } = await desk.call<Page<Channel>>('GET /channels');
      return items.find(
        ({ address, status }) => address.includes('own.test') && status.state === 'error',
      );
    });
    expect(channel.status.code).toBeTruthy();
    mailbox.imap.folder().deliver(letterText('meanwhile', { Subject: 'While away' }));
    mailbox.imap.faults.slamDoor = false;
    await ticketOf('While away');
  });
});

describe('an SMTP server', () => {
  test('that says 4xx is asked again; then 5xx is final and on the message; the author sends once more', async () => {
    await listening();
    mailbox.imap.folder().deliver(letterText('ask', { Subject: 'Please answer' }));
    const ticket = await ticketOf('Please answer');
    mailbox.sink.faults.letters.push(
      { code: 451, text: '4.7.1 Greylisted, come again' },
      { code: 554, text: '5.7.1 Message refused as spam' },
    );
    await desk.call(`POST /tickets/${ticket.id}/messages`, { body: 'Here is the answer' });

    const waiting = await waitUntil('the first refusal is on the message', async () => {
      const [answer] = await answersOf(ticket);
      return answer?.delivery?.attempts === 1 && answer.delivery.nextAttemptAt !== null && answer;
    });
    expect(waiting.delivery).toMatchObject({ state: 'queued' });
    expect(waiting.delivery?.detail).toContain('Greylisted');
    const inMs = Date.parse(waiting.delivery?.nextAttemptAt ?? '') - Date.now();
    expect(inMs).toBeGreaterThan(20_000);
    expect(inMs).toBeLessThan(90_000);

    await timePasses();
    const failed = await deliveryIs(ticket, 'failed');
    expect(failed.delivery?.code).toBeTruthy();
    expect(failed.delivery?.detail).toContain('refused as spam');
    expect(mailbox.sink.letters).toEqual([]);

    await desk.call(`POST /tickets/${ticket.id}/messages/${failed.id}/retry`);
    await deliveryIs(ticket, 'sent');
    expect(mailbox.sink.letters).toHaveLength(1);
    const fields = fieldsOf(mailbox.sink.letters[0]?.raw ?? Buffer.alloc(0));
    expect(fields.get('in-reply-to')).toBe('<ask@there.test>');
  });

  test('that hangs up after the letter is sent again with the same Message-ID, so that a copy is known as one', async () => {
    mailbox.imap.folder().deliver(letterText('hang', { Subject: 'Hang up' }));
    const ticket = await ticketOf('Hang up');
    const before = mailbox.sink.letters.length;
    mailbox.sink.faults.dropAt.push('answer');
    await desk.call(`POST /tickets/${ticket.id}/messages`, { body: 'Once more' });
    await waitUntil('the failure is on the message', async () => {
      const [answer] = await answersOf(ticket);
      return answer?.delivery?.state === 'queued' && answer.delivery.attempts === 1;
    });
    await timePasses();
    await deliveryIs(ticket, 'sent');
    expect(mailbox.sink.letters).toHaveLength(before + 1);
  });

  test('killed between the queue and the server, Otklik sends the answer after its next start, once', async () => {
    mailbox.imap.folder().deliver(letterText('kill', { Subject: 'Killed while sending' }));
    const ticket = await ticketOf('Killed while sending');
    const before = mailbox.sink.letters.length;
    await desk.call(`POST /tickets/${ticket.id}/messages`, { body: 'The answer' });
    await otklik.kill9();
    otklik = await startOtklik({
      dataDir: otklik.dataDir,
      ports: { web: Number(new URL(otklik.url).port), smtp: otklik.smtpPort },
    });
    await waitUntil(
      'the answer is sent',
      async () => (await answersOf(ticket))[0]?.delivery?.state === 'sent',
      { withinMs: 60_000 },
    );
    const sent = mailbox.sink.letters.slice(before);
    expect(new Set(sent.map(({ raw }) => fieldsOf(raw).get('message-id'))).size).toBe(1);
    expect(await otklik.stop()).toBe(0);
  });
});
