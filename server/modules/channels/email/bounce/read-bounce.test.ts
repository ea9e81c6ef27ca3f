import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { parseLetter } from '../letter/parse-letter.ts';
import type { Bounce } from './bounce.ts';
import { readBounce } from './read-bounce.ts';
import { reasonInWords } from './reason-in-words.ts';
import { reasonWords } from './reason-words.data.ts';

const letterOf = (raw: string): Promise<Letter> => parseLetter(Buffer.from(raw));
const bounceOf = async (raw: string): Promise<Bounce | null> => readBounce(await letterOf(raw));
const firstOf = async (raw: string) => (await bounceOf(raw))?.recipients.at(0);

const returned = `Return-Path: <desk@otklik.example>
Message-ID: <answer-17@otklik.example>
From: Desk <desk@otklik.example>
To: Ivan <ivan@firma.example>
Subject: Your request

Hello, Ivan.
`;

const standardReport = (fields: string): string => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: desk@otklik.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
MIME-Version: 1.0

--b1
Content-Type: text/plain

This is the mail system at host relay.example.
Your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

${fields}

--b1
Content-Type: message/rfc822

${returned}
--b1--
`;

const failed = standardReport(`Final-Recipient: rfc822; ivan@firma.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 <ivan@firma.example>: Mailbox full`);

const inWords = (from: string, subject: string, text: string): string => `Return-Path: <>
From: ${from}
To: desk@otklik.example
Subject: ${subject}
Content-Type: text/plain; charset=utf-8

${text}
`;

describe('a standard report', () => {
  it('names recipient, code, reason and the letter that did not arrive', async () => {
    expect(await bounceOf(failed)).toEqual({
      kind: 'failed',
      recipients: [
        {
          address: 'ivan@firma.example',
          status: '5.2.2',
          replyCode: '552',
          hard: false,
          reason: 'mailbox_full',
          diagnostic: '552 5.2.2 <ivan@firma.example>: Mailbox full',
        },
      ],
      originalMessageId: 'answer-17@otklik.example',
      originalRecipient: 'ivan@firma.example',
      originalSubject: 'Your request',
    });
  });

  it('reads the same with every line end and out of a mailbox file', async () => {
    const unix = await bounceOf(failed);
    expect(await bounceOf(failed.replaceAll('\n', '\r\n'))).toEqual(unix);
    expect(await bounceOf(failed.replaceAll('\n', '\r'))).toEqual(unix);
    expect(await bounceOf(`From MAILER-DAEMON Mon Jan  1 00:00:00 2024\n${failed}`)).toEqual(unix);
  });

  it('is a delay while the server still tries, and a delay is never hard', async () => {
    const bounce = await bounceOf(
      standardReport(
        'Final-Recipient: rfc822; ivan@firma.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; connect to mx.firma.example: Connection timed out',
      ),
    );
    expect(bounce?.kind).toBe('delayed');
    expect(bounce?.recipients[0]).toMatchObject({ hard: false, reason: 'expired' });
  });

  it('tells several recipients apart', async () => {
    const bounce = await bounceOf(
      standardReport(`Final-Recipient: rfc822; nobody@firma.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <nobody@firma.example>: Recipient address rejected: User unknown

Final-Recipient: rfc822; ivan@firma.example
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp; 554 5.7.1 Message rejected as spam`),
    );
    expect(bounce?.recipients.map(({ address, reason, hard }) => [address, reason, hard])).toEqual([
      ['nobody@firma.example', 'unknown_user', true],
      ['ivan@firma.example', 'spam', false],
    ]);
  });

  it('of success is no failure', async () => {
    const bounce = await bounceOf(
      standardReport(
        'Final-Recipient: rfc822; ivan@firma.example\nAction: delivered\nStatus: 2.0.0',
      ),
    );
    expect(bounce?.kind).toBe('delivered');
  });
});

describe('a report in words', () => {
  it('of Exim in Russian dress is understood', async () => {
    const recipient = await firstOf(
      inWords(
        'mailer-daemon@pochta.example',
        'Ваше сообщение не доставлено. Mail failure.',
        `Это письмо создано автоматически сервером, отвечать на него не нужно.

К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:

  petr@firma.example
    SMTP error from remote mail server after RCPT TO:<petr@firma.example>:
    host mx.firma.example [192.0.2.7]: 550 пользователь не найден

------ This is a copy of the message, including all the headers. ------

${returned}`,
      ),
    );
    expect(recipient).toMatchObject({
      address: 'petr@firma.example',
      hard: true,
      reason: 'unknown_user',
      replyCode: '550',
    });
  });

  it('of qmail, of Gmail and of Exchange is understood', async () => {
    const qmail = await firstOf(
      inWords(
        'MAILER-DAEMON@q.example',
        'failure notice',
        `Hi. This is the qmail-send program at q.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ivan@firma.example>:
Sorry, I couldn't find any host named firma.example. (#5.1.2)

--- Below this line is a copy of the message.

${returned}`,
      ),
    );
    expect(qmail).toMatchObject({
      address: 'ivan@firma.example',
      status: '5.1.2',
      reason: 'host_unknown',
      hard: true,
    });
    const gmail = await firstOf(
      inWords(
        'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Delivery Status Notification (Failure)',
        `** Message blocked **

Your message to ivan@firma.example has been blocked. See technical details below for more information.

The response from the remote server was:
550 5.7.26 This mail is unauthenticated and fails DMARC.`,
      ),
    );
    expect(gmail).toMatchObject({
      address: 'ivan@firma.example',
      reason: 'authentication',
      hard: false,
    });
    const exchange = await firstOf(
      inWords(
        'postmaster@firma.example',
        'Undeliverable: Your request',
        `Delivery has failed to these recipients or groups:

Ivan (ivan@firma.example)
The recipient's mailbox is full and can't accept messages now.

Diagnostic information for administrators:

Generating server: mx.firma.example

ivan@firma.example
#550 5.2.2 STOREDRV.Deliver; mailbox full ##`,
      ),
    );
    expect(exchange).toMatchObject({
      address: 'ivan@firma.example',
      reason: 'mailbox_full',
      hard: false,
    });
  });

  it('finds the letter that bounced below the words', async () => {
    const bounce = await bounceOf(
      inWords(
        'MAILER-DAEMON@q.example',
        'failure notice',
        `Delivery to <ivan@firma.example> failed.\n\n--- Below this line is a copy of the message.\n\n${returned}`,
      ),
    );
    expect(bounce).toMatchObject({
      originalMessageId: 'answer-17@otklik.example',
      originalSubject: 'Your request',
    });
  });
});

describe('a complaint', () => {
  it('is feedback, not a failure', async () => {
    const bounce = await bounceOf(`From: fbl@provider.example
To: desk@otklik.example
Subject: complaint
Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

--b1
Content-Type: text/plain

This is an email abuse report.

--b1
Content-Type: message/feedback-report

Feedback-Type: abuse
Original-Rcpt-To: <ivan@firma.example>

--b1
Content-Type: message/rfc822

${returned}
--b1--
`);
    expect(bounce).toMatchObject({
      kind: 'feedback',
      originalMessageId: 'answer-17@otklik.example',
    });
    expect(bounce?.recipients.map(({ address }) => address)).toEqual(['ivan@firma.example']);
  });
});

describe('what is no bounce', () => {
  it.each([
    [
      'a question',
      'From: a@b.example\nSubject: Не приходит письмо\n\nЗдравствуйте! Мне не приходит код.',
    ],
    [
      'a bounce that a customer sends on',
      `From: Anna <anna@firma.example>\nSubject: Fwd: Undelivered Mail Returned to Sender\n\nWhat does this mean?\n\n> Your message could not be delivered.\n> 550 5.1.1 User unknown`,
    ],
    [
      'an answer that quotes a bounce',
      'From: Anna <anna@firma.example>\nSubject: Re: Mail delivery failed: returning message to sender\n\nThe address was wrong, sorry.',
    ],
    [
      'a question about bounces',
      'From: Anna <anna@firma.example>\nSubject: Undeliverable mail\n\nHello, I get bounces from your shop. Can you help?',
    ],
    [
      'a question about bounces in Russian',
      'From: Анна <anna@firma.example>\nSubject: Письма не доставлены\n\nДобрый день! Три письма клиентам не дошли, посмотрите, пожалуйста.',
    ],
    [
      'an absence notice',
      'From: Anna <anna@firma.example>\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am on vacation.',
    ],
  ])('%s', async (_, raw) => {
    expect(await bounceOf(raw)).toBeNull();
  });
});

describe('whatever comes', () => {
  it('is read without an error, and quickly', async () => {
    const words = fc.constantFrom(
      '550 5.1.1',
      '<a@b.example>',
      'Final-Recipient: rfc822;',
      'Action: failed',
      '\n',
      '\n\n',
      '>',
      '@',
      'User unknown',
      '-----',
      'ivan@firma.example:',
      '\u0000',
      'ящик переполнен',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }),
        async (pieces) => {
          const bounce = await bounceOf(
            inWords('MAILER-DAEMON@x.example', 'failure notice', pieces.join(' ')),
          );
          expect(bounce?.recipients.length ?? 0).toBeLessThanOrEqual(500);
        },
      ),
      { numRuns: 100 },
    );
    const startedMs = performance.now();
    for (const hostile of ['@', '<', '550-', 'a@b ', '>>> ', 'Action: failed\n', '\n', 'x']) {
      await bounceOf(inWords('MAILER-DAEMON@x.example', 'failure notice', hostile.repeat(200_000)));
    }
    expect(performance.now() - startedMs).toBeLessThan(8_000);
  });

  it('has its reason in words of both languages', () => {
    for (const reason of Object.keys(reasonWords) as (keyof typeof reasonWords)[]) {
      expect(reasonInWords(reason, 'ru')).toMatch(/^[а-яё]/);
      expect(reasonInWords(reason, 'en')).toMatch(/^[a-z]/);
    }
  });
});
