import { describe, expect, it } from 'vitest';
import { parseLetter } from './parse-letter.ts';
import { senderOf } from './sender-of.ts';
import { base64Lines, multipart, rawLetter } from './test-letters.ts';

const russian = 'Здравствуйте! Не работает принтер в отделе продаж, помогите, пожалуйста.';

describe('the header of a letter', () => {
  it('is decoded, with ids without brackets and the date as an instant', async () => {
    const letter = await parseLetter(
      rawLetter([
        'From: =?koi8-r?B?6dfBziDwxdTSz9c=?= <ivan@example.com>',
        'To: support@example.org, "Иванова, Анна" <anna@example.org>',
        'Cc: Group: a@example.org, B <b@example.org>;',
        'Message-ID: <1@example.com>',
        'In-Reply-To: <0@example.org>',
        'References: <a@example.org>',
        '\t<0@example.org>',
        'Date: Tue, 1 Jul 2025 10:52:37 +0300',
        'Subject: =?utf-8?Q?=D0=97=D0=B0=D0?= =?utf-8?Q?=BA=D0=B0=D0=B7?=',
        '',
        'text',
      ]),
    );
    expect(letter.from).toEqual({ name: 'Иван Петров', address: 'ivan@example.com' });
    expect(letter.to).toEqual([
      { name: '', address: 'support@example.org' },
      { name: 'Иванова, Анна', address: 'anna@example.org' },
    ]);
    expect(letter.cc.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org']);
    expect(letter.messageId).toBe('1@example.com');
    expect(letter.inReplyTo).toEqual(['0@example.org']);
    expect(letter.references).toEqual(['a@example.org', '0@example.org']);
    expect(letter.date?.toISOString()).toBe('2025-07-01T07:52:37.000Z');
    expect(letter.subject).toBe('Заказ');
    expect(letter.text).toBe('text');
    expect(letter.defects).toEqual([]);
  });

  it('may be in raw windows-1251 or KOI8-R without a word about it', async () => {
    for (const charset of ['win1251', 'koi8-r']) {
      const letter = await parseLetter(
        rawLetter(
          ['From: Иван Петров <i@example.com>', 'Subject: Не работает принтер', '', russian],
          charset,
        ),
      );
      expect([letter.from?.name, letter.subject, letter.text]).toEqual([
        'Иван Петров',
        'Не работает принтер',
        russian,
      ]);
    }
  });

  it('has an empty subject and no sender when the letter has none', async () => {
    const letter = await parseLetter(rawLetter(['X-Mailer: none', '', 'hello']));
    expect([letter.subject, letter.from, senderOf(letter)]).toEqual(['', null, null]);
  });

  it('names a sender by Reply-To where From has no address', async () => {
    const letter = await parseLetter(
      rawLetter(['From: Shop', 'Reply-To: <shop@example.com>', '', 'x']),
    );
    expect(senderOf(letter)?.address).toBe('shop@example.com');
  });

  it('survives a field torn over two lines', async () => {
    const letter = await parseLetter(
      rawLetter(['Subject: first', 'second half', 'From: a@example.com', '', 'body']),
    );
    expect([letter.subject, letter.from?.address, letter.text]).toEqual([
      'first second half',
      'a@example.com',
      'body',
    ]);
    expect(letter.defects).toContain('torn_header');
  });
});

describe('the body of a letter', () => {
  it('is given once as text and once as HTML', async () => {
    const letter = await parseLetter(
      multipart('alternative', [
        [
          'Content-Type: text/plain; charset=koi8-r',
          'Content-Transfer-Encoding: base64',
          '',
          base64Lines(russian, 'koi8-r'),
        ],
        ['Content-Type: text/html; charset=utf-8', '', `<p>${russian}</p>`],
      ]),
    );
    expect(letter.text).toBe(russian);
    expect(letter.html).toBe(`<p>${russian}</p>`);
    expect(letter.files).toEqual([]);
  });

  it('keeps the order of text, image and text, and shows the image within', async () => {
    const letter = await parseLetter(
      multipart('related', [
        ['Content-Type: text/html', '', '<p>see <img src="cid:pic%40x"></p>'],
        [
          'Content-Type: image/png; name=pic.png',
          'Content-ID: <pic@x>',
          'Content-Transfer-Encoding: base64',
          '',
          'iVBORw0KGgo=',
        ],
        ['Content-Type: image/png; name=other.png', '', 'x'],
      ]),
    );
    expect(letter.text).toBeNull();
    expect(letter.files.map(({ name, inline, contentId }) => [name, inline, contentId])).toEqual([
      ['pic.png', true, 'pic@x'],
      ['other.png', false, null],
    ]);
  });

  it('joins text and HTML that stand one after another', async () => {
    const letter = await parseLetter(
      multipart('mixed', [
        ['Content-Type: text/plain', '', 'one & two'],
        ['Content-Type: text/html', '', '<b>footer</b>'],
      ]),
    );
    expect(letter.text).toBe('one & two\nfooter');
    expect(letter.html).toContain('one &amp; two');
    expect(letter.html).toContain('<b>footer</b>');
  });

  it('is found when the boundary is not declared, wrong, or never closed', async () => {
    for (const declared of ['', '; boundary=wrong', '; boundary=edge']) {
      const letter = await parseLetter(
        rawLetter([
          `Content-Type: multipart/mixed${declared}`,
          '',
          '--edge',
          'Content-Type: text/plain',
          '',
          'found',
        ]),
      );
      expect(letter.text).toBe('found');
    }
  });

  it('joins flowed lines and keeps the signature separator', async () => {
    const letter = await parseLetter(
      rawLetter([
        'Content-Type: text/plain; format=flowed',
        '',
        'one ',
        'line',
        '> quoted ',
        '> too',
        '-- ',
        'Anna',
      ]),
    );
    expect(letter.text).toBe('one line\n> quoted too\n-- \nAnna');
  });

  it('is read by its octets where the declared charset is wrong', async () => {
    for (const [charset, label] of [
      ['win1251', 'iso-8859-1'],
      ['utf-8', 'windows-1251'],
      ['koi8-r', 'utf-8'],
      ['utf-8', 'us-ascii'],
    ] as const) {
      const head = [`Content-Type: text/plain; charset=${label}`, '', russian];
      expect((await parseLetter(rawLetter(head, charset))).text).toBe(russian);
    }
  });

  it('holds no NUL, no lone surrogate and no carriage return', async () => {
    const raw = Buffer.concat([
      rawLetter(['Subject: a\0b', 'Content-Type: text/plain; charset=utf-16le', '', '']),
      Buffer.from('x\0\0\0\u{d83d}\ry', 'utf16le'),
    ]);
    const letter = await parseLetter(raw);
    expect(letter.subject).toBe('ab');
    expect(letter.text).toMatch(/^x.?\ny$/u);
    expect(letter.text?.isWellFormed()).toBe(true);
  });
});

describe('the files of a letter', () => {
  it('include a nested letter, named by its subject and not opened', async () => {
    const letter = await parseLetter(
      multipart('mixed', [
        ['Content-Type: text/plain', '', 'see below'],
        [
          'Content-Type: message/rfc822',
          '',
          'Subject: =?utf-8?B?0JfQsNC60LDQtw==?=',
          'From: x@example.com',
          '',
          'inner text',
        ],
      ]),
    );
    expect(letter.text).toBe('see below');
    expect(letter.files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['Заказ.eml', 'message/rfc822'],
    ]);
    expect(Buffer.from(letter.files[0]?.content ?? []).toString()).toContain('inner text');
  });

  it('have names in every manner of writing them', async () => {
    const names = [
      "filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82.pdf",
      "filename*0*=koi8-r''%F3%DE; filename*1*=%A3%D4.pdf",
      'filename="=?UTF-8?B?0KHRh9GR0YIucGRm?="',
      'filename="Счёт.pdf"',
      'filename=Счёт.pdf',
    ];
    for (const name of names) {
      const letter = await parseLetter(
        multipart('mixed', [
          ['Content-Type: application/pdf', `Content-Disposition: attachment; ${name}`, '', 'x'],
        ]),
      );
      expect(letter.files.map((file) => file.name)).toEqual(['Счёт.pdf']);
    }
  });

  it('may stand uuencoded within the text', async () => {
    const letter = await parseLetter(
      rawLetter([
        'From: a@example.com',
        '',
        'before',
        'begin 644 cat.txt',
        '#0V%T',
        '`',
        'end',
        'after',
      ]),
    );
    expect(letter.text).toBe('before\nafter');
    expect(
      letter.files.map(({ name, content }) => [name, Buffer.from(content).toString()]),
    ).toEqual([['cat.txt', 'Cat']]);
  });

  it('of a bounce are its reports too', async () => {
    const letter = await parseLetter(
      multipart('report; report-type=delivery-status', [
        ['Content-Type: text/plain', '', 'Could not be delivered'],
        [
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.example.com',
          '',
          'Action: failed',
        ],
        ['Content-Type: text/rfc822-headers', '', 'Subject: original'],
      ]),
    );
    expect(letter.text).toBe('Could not be delivered');
    expect(letter.reports).toEqual([
      {
        contentType: 'message/delivery-status',
        content: 'Reporting-MTA: dns; mx.example.com\n\nAction: failed',
      },
      { contentType: 'text/rfc822-headers', content: 'Subject: original' },
    ]);
  });
});
