import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { composeLetter, type OutgoingLetter } from './compose-letter.ts';

const plain: OutgoingLetter = {
  from: { name: 'Служба поддержки', address: 'support@own.test' },
  to: [{ name: 'Анна "Аня" Петрова', address: 'anna@there.test' }],
  subject: 'Re: Не работает принтер на третьем этаже, помогите пожалуйста как можно скорее 🖨️',
  messageId: 'm2@own.test',
  inReplyTo: 'm1@there.test',
  references: ['m0@there.test', 'm1@there.test'],
  text: 'Здравствуйте!\n\nПринтер починен.\n. точка в начале\n',
  loop: 'w1.42',
  date: new Date('2026-11-02T10:00:00Z'),
};

function head(raw: Buffer): string {
  return raw.toString().split('\r\n\r\n')[0] ?? '';
}

test('an answer has the right headers and can be read back', async () => {
  const { raw, messageId, envelope } = await composeLetter({
    ...plain,
    html: '<p>Принтер <b>починен</b>.</p>',
    cc: [
      { name: '', address: 'boss@there.test' },
      { name: '', address: 'ANNA@there.test' },
    ],
    replyTo: { name: 'Служба поддержки', address: 'support+t42.abc@own.test' },
  });
  expect(messageId).toBe('m2@own.test');
  expect(envelope).toEqual({
    from: 'support@own.test',
    to: ['ANNA@there.test', 'boss@there.test'],
  });
  const read = await simpleParser(raw);
  expect(read.subject).toBe(plain.subject);
  expect(read.from?.value).toEqual([plain.from]);
  expect(read.replyTo?.value[0]?.address).toBe('support+t42.abc@own.test');
  expect(read.text?.trim()).toBe(plain.text.trim());
  expect(read.html).toContain('<b>починен</b>');
  expect(read.date).toEqual(plain.date);
  expect(head(raw)).toContain('Message-ID: <m2@own.test>');
  expect(head(raw)).toContain('In-Reply-To: <m1@there.test>');
  expect(read.references).toEqual(['<m0@there.test>', '<m1@there.test>']);
  expect(head(raw)).toContain('X-Otklik-Loop: w1.42');
  expect(head(raw)).not.toMatch(/Auto-Submitted|List-Unsubscribe|X-Mailer|Bcc/i);
  expect(raw.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('no line of a letter is longer than the standard allows', async () => {
  const { raw } = await composeLetter({
    ...plain,
    text: 'слово '.repeat(5000),
    references: Array.from(
      { length: 200 },
      (_each, number) => `${'x'.repeat(120)}${number}@there.test`,
    ),
    to: Array.from({ length: 60 }, (_each, number) => ({
      name: 'Очень длинное имя человека',
      address: `a${number}@there.test`,
    })),
  });
  expect(
    Math.max(
      ...raw
        .toString()
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(998);
  const read = await simpleParser(raw);
  expect(read.references).toHaveLength(20);
  expect(read.references?.[0]).toContain('x0@there.test');
  expect(read.references?.at(-1)).toBe('<m1@there.test>');
});

test('a file with a Russian name and an image inside the text arrive', async () => {
  const image = Buffer.from('89504e470d0a1a0a', 'hex');
  const { raw } = await composeLetter({
    ...plain,
    html: '<p><img src="cid:logo@own.test"></p>',
    files: [
      {
        name: 'Счёт на оплату № 42 от 2 ноября (копия, длинное имя).pdf',
        contentType: 'application/pdf',
        content: Buffer.from('%PDF'),
      },
      { name: 'logo.png', contentType: 'image/png', content: image, contentId: 'logo@own.test' },
    ],
  });
  const read = await simpleParser(raw, { skipImageLinks: true });
  expect(
    read.attachments.map(({ filename, contentType, cid, related }) => [
      filename,
      contentType,
      cid,
      related ?? false,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [
        'Счёт на оплату № 42 от 2 ноября (копия, длинное имя).pdf',
        'application/pdf',
        undefined,
        false,
      ],
      ['logo.png', 'image/png', 'logo@own.test', true],
    ]),
  );
  expect(raw.toString()).toMatch(/filename\*0?\*?=/);
});

test('an automatic letter says so, that nobody answers it', async () => {
  const { raw } = await composeLetter({ ...plain, automatic: 'auto-replied' });
  expect(head(raw)).toContain('Auto-Submitted: auto-replied');
});

test('what a person typed cannot begin a header of its own', async () => {
  const { raw } = await composeLetter({
    ...plain,
    subject: 'Hi\r\nBcc: victim@x.test',
    from: { name: 'A\r\nX-Evil: 1', address: 'support@own.test' },
    files: [{ name: 'a\r\nX-Evil: 2.txt', contentType: 'text/plain', content: Buffer.from('x') }],
  });
  const names = raw.toString().match(/^[\w-]+(?=:)/gm) ?? [];
  expect(names).not.toContain('X-Evil');
  expect(names).not.toContain('Bcc');
});

test('a letter can be signed, and the signature holds', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { raw } = await composeLetter({
    ...plain,
    dkim: {
      domain: 'own.test',
      selector: 's1',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    },
  });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const { results } = await dkimVerify(raw, { resolver: async () => [[`v=DKIM1; p=${key}`]] });
  expect(results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual([
    ['own.test', 'pass'],
  ]);
});
