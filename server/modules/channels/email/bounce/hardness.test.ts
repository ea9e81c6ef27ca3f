import { describe, expect, it } from 'vitest';
import { parseLetter } from '../letter/parse-letter.ts';
import { readBounce } from './read-bounce.ts';

const head = (type: string) => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: desk@otklik.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: ${type}
`;

const firstOf = async (raw: string) =>
  readBounce(await parseLetter(Buffer.from(raw)))?.recipients.at(0);
const inWords = (words: string) => firstOf(`${head('text/plain; charset=utf-8')}\n${words}\n`);

const report = (words: string, fields: string, returned = 'Message-ID: <a@b.example>\n\nHello') =>
  firstOf(`${head('multipart/report; report-type=delivery-status; boundary=b1')}
--b1
Content-Type: text/plain

${words}
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

${fields}
--b1
Content-Type: message/rfc822

${returned}
--b1--
`);

const asReply = (reply: string, more = '') =>
  `Final-Recipient: rfc822; ivan@firma.example\nAction: failed\n${more}Diagnostic-Code: smtp; ${reply}\n`;
const notDelivered = 'Your message could not be delivered to <ivan@firma.example>.';

describe('"no such user" without an enhanced code', () => {
  const reply = '550 ivan@firma.example... No such user';

  it('is the last word when the report names the server that said it of this recipient', async () => {
    const named = await report(notDelivered, asReply(reply, 'Remote-MTA: dns; mx.firma.example\n'));
    expect(named).toMatchObject({ hard: true, reason: 'unknown_user' });
  });

  it('is not, when nobody knows at which point it was said', async () => {
    expect(await report(notDelivered, asReply(reply))).toMatchObject({ hard: false });
    expect(await inWords(`${notDelivered}\n\n<ivan@firma.example>: ${reply}`)).toMatchObject({
      hard: false,
      reason: 'unknown_user',
    });
  });

  it('is a filter when it was said after the whole letter', async () => {
    const words = `${notDelivered}\n\n<ivan@firma.example>: host mx.firma.example[192.0.2.7] said: ${reply}
    (in reply to end of DATA command)`;
    const fields = asReply(reply, 'Remote-MTA: dns; mx.firma.example\n');
    expect(await report(words, fields)).toMatchObject({ hard: false, reason: 'refused' });
    const wrapped = '550 5.1.351 Remote server returned unknown recipient -> 550 : User unknown';
    expect(await inWords(`${notDelivered}\n\n<ivan@firma.example>: ${wrapped}`)).toMatchObject({
      hard: false,
    });
  });
});

it('the standard words of 550 are those of an address that does not exist', async () => {
  const reply = '550 Requested action not taken: mailbox unavailable (-1:0:0)';
  expect(await report(notDelivered, asReply(reply, 'Status: 5.5.0\n'))).toMatchObject({
    hard: true,
    reason: 'unknown_user',
  });
});

it('why a delivery agent rejected a letter is what it says, not what its code says', async () => {
  const words = 'Your message to <ivan> was automatically rejected:\nNot enough disk space';
  const fields = asReply('550 5.1.1 <ivan@firma.example>... User unknown', 'Status: 5.1.1\n');
  expect(await report(words, fields)).toMatchObject({
    hard: false,
    reason: 'mailbox_full',
    diagnostic: 'Not enough disk space',
  });
});

it('a gateway that says nothing is understood by the report that it returns', async () => {
  const transcript = `From: gateway@firma.example
Subject: Your request

... while talking to 192.0.2.1:
>>> RCPT To:<ivan@firma.example>
<<< 550 5.1.1 <ivan@firma.example>... Invalid recipient`;
  const raw = `${head('multipart/mixed; boundary=b1')}
--b1
Content-Type: text/plain

The following mail could not be delivered.
Reason: Unable to deliver message to <ivan@firma.example>

--b1
Content-Type: message/rfc822

${transcript}
--b1--
`;
  expect(await firstOf(raw)).toMatchObject({ status: '5.1.1', hard: true, reason: 'unknown_user' });
  expect(
    await firstOf(raw.replaceAll('RCPT To:<ivan@', 'RCPT To:<petr@')),
    'said of somebody else',
  ).toMatchObject({ hard: false, reason: 'other' });
});

it.each([
  ['550 5.7.1 Servers without a valid sender domain. Fix reverse DNS for 192.0.2.1', 'blocked'],
  ["554 Transaction failed: Duplicate header 'DKIM-Signature'.", 'content'],
  ['Unable to deliver message after multiple retries', 'expired'],
  ['No MX found for domain', 'accepts_no_mail'],
])('"%s" is understood', async (words, reason) => {
  expect(await inWords(`${notDelivered}\n\n<ivan@firma.example>: ${words}`)).toMatchObject({
    reason,
  });
});
