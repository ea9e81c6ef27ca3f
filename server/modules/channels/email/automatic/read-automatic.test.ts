import { describe, expect, it } from 'vitest';
import { parseLetter } from '../letter/parse-letter.ts';
import { readAutomatic, type ReadAutomatic } from './read-automatic.ts';

const own = { addresses: ['support@otklik.example'], marks: ['house-1'] };
const read = async (headers: string, text = 'Hello.'): Promise<ReadAutomatic> =>
  readAutomatic(await parseLetter(Buffer.from(`${headers}\n\n${text}\n`)), own);
const anna = 'From: Anna <anna@firma.example>\nTo: support@otklik.example\n';

describe('a letter of a person', () => {
  it.each([
    ['a question', `${anna}Subject: Где мой заказ?`, 'Добрый день!'],
    ['about holidays', `${anna}Subject: Отпуск`, 'Прошу перенести заявку.'],
    [
      'about an absence notice',
      `${anna}Subject: Out of office does not work`,
      'How do I switch it on?',
    ],
    [
      'that tells of holidays',
      `${anna}Subject: Re: заявка\nIn-Reply-To: <a@b>`,
      'Буду отсутствовать до пятницы, звоните Петру.',
    ],
    ['with Auto-Submitted: no', `${anna}Subject: a\nAuto-Submitted: no`, 'Hello'],
    ['of another help desk', `${anna}Subject: a\nX-Otklik-House: house-2`, 'Hello'],
  ])('%s may be answered', async (_, headers, text) => {
    expect(await read(headers, text)).toEqual({
      automatic: null,
      mayAnswer: true,
      reason: 'person',
    });
  });

  it('who wants no answers of machines gets none, and is a person still', async () => {
    expect(await read(`${anna}Subject: a\nX-Auto-Response-Suppress: OOF, AutoReply`)).toEqual({
      automatic: null,
      mayAnswer: false,
      reason: 'answers_unwanted',
    });
  });
});

describe('a letter of a machine', () => {
  it.each([
    ['auto_reply', `${anna}Subject: a\nAuto-Submitted: auto-replied (vacation)`],
    ['auto_generated', `${anna}Subject: a\nAuto-Submitted: auto-generated`],
    ['auto_reply', `${anna}Subject: a\nX-Autoreply: yes`],
    ['auto_reply', `${anna}Subject: a\nPrecedence: auto_reply`],
    ['list', `${anna}Subject: a\nList-Id: <users.example.org>`],
    ['list', `${anna}Subject: a\nPrecedence: list`],
    ['bulk', `${anna}Subject: a\nPrecedence: bulk`],
    ['bulk', `${anna}Subject: a\nList-Unsubscribe: <https://shop.example/u>`],
    ['auto_generated', `Return-Path: <>\n${anna}Subject: a`],
    ['auto_generated', 'From: Shop <no-reply@shop.example>\nSubject: Your order'],
    ['auto_generated', 'From: noreply-orders@shop.example\nSubject: Your order'],
    ['own', `${anna}Subject: a\nX-Otklik-House: house-1`],
    ['own', `${anna}Subject: a\nX-Loop: <support@otklik.example>`],
    ['own', 'From: Support@Otklik.example\nSubject: a'],
  ])('is %s and never answered', async (automatic, headers) => {
    expect(await read(headers)).toMatchObject({ automatic, mayAnswer: false });
  });

  it('is known by subject and words together, in both languages', async () => {
    expect(await read(`${anna}Subject: Автоответ: заявка`, 'Я в отпуске до 12 мая.')).toMatchObject(
      { automatic: 'auto_reply' },
    );
    expect(await read(`${anna}Subject: Out of office`, 'I will be back on Monday.')).toMatchObject({
      automatic: 'auto_reply',
    });
    expect(
      await read(`${anna}Subject: Automatic reply: order\nIn-Reply-To: <a@b>`, 'See you.'),
    ).toMatchObject({ automatic: 'auto_reply' });
  });

  it('is a bounce when it is one', async () => {
    expect(
      await read(
        'Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice',
        'Your message could not be delivered to <a@b.example>: 550 user unknown',
      ),
    ).toEqual({ automatic: 'bounce', mayAnswer: false, reason: 'bounce' });
  });
});
