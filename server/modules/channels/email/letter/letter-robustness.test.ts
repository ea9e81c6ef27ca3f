import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from './letter.ts';
import { defaultLetterLimits } from './limits.ts';
import { parseLetter } from './parse-letter.ts';
import { multipart, rawLetter } from './test-letters.ts';

const MEGABYTE = 1024 * 1024;
const head = ['From: a@example.com', 'To: b@example.com', 'Subject: s'];

const strings = (letter: Letter): readonly string[] => [
  letter.subject,
  letter.text ?? '',
  letter.html ?? '',
  letter.messageId ?? '',
  ...letter.references,
  ...[letter.from, letter.sender, ...letter.to, ...letter.cc, ...letter.replyTo].flatMap(
    (mailbox) => (mailbox === null ? [] : [mailbox.name, mailbox.address]),
  ),
  ...letter.files.flatMap(({ name, contentType, contentId }) => [
    name,
    contentType,
    contentId ?? '',
  ]),
  ...letter.reports.map(({ content }) => content),
  ...[...letter.headers.values()].flat(),
];

/** What a reader or the database would stumble over. */
const faultsOf = (letter: Letter): readonly string[] => [
  ...letter.defects.filter((defect) => defect === 'unreadable'),
  ...strings(letter).filter((text) => text.includes('\0') || !text.isWellFormed()),
  ...letter.files.map(({ name }) => name).filter((name) => name === '' || /[/\\\u202e]/.test(name)),
];

const sample = multipart('mixed', [
  [
    'Content-Type: text/plain; charset=koi8-r; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=F0=D2=C9=D7=C5=D4 =\r\n',
    '> x',
  ],
  [
    'Content-Type: text/html; charset=windows-1251',
    'Content-Transfer-Encoding: base64',
    '',
    'z/Do4uXy',
  ],
  [
    "Content-Type: application/pdf; name*0*=utf-8''%D0%A1; name*1=x.pdf",
    'Content-ID: <1@x>',
    '',
    'x',
  ],
  ['Content-Type: message/rfc822', '', 'Subject: =?utf-8?Q?=D0=97?=', '', 'inner'],
  [
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Transfer-Encoding: base64',
    '',
    'eJ8+IgEAAQ==',
  ],
  [
    'Content-Type: text/calendar; method=REQUEST',
    '',
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20250701T100000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ],
  ['', 'begin 644 a.txt', '#0V%T', '`', 'end'],
]);

/** Pieces of which broken letters are made. */
const pieces = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  ' ',
  '\t',
  'From: ',
  'To: ',
  'Subject: ',
  'Content-Type: ',
  'multipart/mixed',
  'text/html',
  'message/rfc822',
  '; boundary=edge',
  '; boundary="',
  '--edge',
  '--edge--',
  'Content-Transfer-Encoding: ',
  'base64',
  'quoted-printable',
  'x-uuencode',
  '=?utf-8?B?',
  '=?koi8-r?Q?',
  '?=',
  '=D0',
  '0JfQ',
  '<',
  '>',
  '"',
  '(',
  ')',
  ',',
  ';',
  ':',
  '@',
  'a@b.c',
  "*0*=utf-8''%",
  'filename',
  'begin 644 a\n',
  'end\n',
  '\u{0}',
  '\u{202e}',
  'Date: 1 Jul',
  'charset=utf-16',
  'charset=iso-2022-jp',
  '\u{1b}$B',
  '\u{ff}',
  'Привет',
  'BEGIN:VCALENDAR\n',
  'multipart/alternative',
);

describe('no letter can break the reading', () => {
  it('whatever its octets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (octets) => {
        expect(faultsOf(await parseLetter(octets))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('however a good one is cut, overwritten or doubled', async () => {
    const change = fc.record({
      at: fc.nat(sample.length - 1),
      length: fc.nat(200),
      insert: fc.uint8Array({ maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let octets: Buffer = sample;
        for (const { at, length, insert } of changes) {
          octets = Buffer.concat([octets.subarray(0, at), insert, octets.subarray(at + length)]);
        }
        expect(faultsOf(await parseLetter(octets))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('from whatever pieces it is put together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 80 }), async (words) => {
        expect(faultsOf(await parseLetter(Buffer.from(words.join(''), 'latin1')))).toEqual([]);
        expect(faultsOf(await parseLetter(Buffer.from(words.join(''), 'utf8')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a letter out of all measure is bounded, in time', () => {
  const cases: readonly (readonly [string, () => Buffer, string | null])[] = [
    [
      '10,001 recipients',
      () => rawLetter([`To: ${'Name <a@example.com>,\r\n '.repeat(10_001)}`, '', 'x']),
      'too_many_recipients',
    ],
    [
      'a header of 1 MB',
      () => rawLetter([...head, `X-Long: ${'a'.repeat(MEGABYTE)}`, '', 'x']),
      'field_too_long',
    ],
    [
      'a million header fields',
      () => rawLetter([...head, 'X: y\r\n'.repeat(MEGABYTE), '', 'x']),
      'header_too_long',
    ],
    [
      '5,000 parts',
      () =>
        multipart(
          'mixed',
          Array.from({ length: 5000 }, () => ['', 'x']),
        ),
      'too_many_parts',
    ],
    [
      'multiparts without end',
      () =>
        rawLetter([
          ...head,
          ...Array.from(
            { length: 5000 },
            (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
          ),
        ]),
      'nested_too_deep',
    ],
    [
      '5 MB of delimiters',
      () =>
        rawLetter([
          ...head,
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b\r\n'.repeat(MEGABYTE),
        ]),
      'too_many_parts',
    ],
    [
      'brackets that nobody closes',
      () =>
        rawLetter([
          `To: ${'(<"'.repeat(MEGABYTE / 3)}`,
          `Subject: ${'=?utf-8?Q?'.repeat(100_000)}`,
          '',
          'x',
        ]),
      null,
    ],
    [
      'a text of 20 MB',
      () =>
        rawLetter([
          ...head,
          'Content-Type: text/plain; charset=utf-8',
          '',
          'Привет '.repeat(1.5 * MEGABYTE),
        ]),
      'body_too_long',
    ],
    [
      '40,000 files in uuencode',
      () => rawLetter([...head, '', 'begin 644 a\n#0V%T\n`\nend\n'.repeat(40_000)]),
      'too_many_files',
    ],
    [
      'a file of 50 MB',
      () =>
        multipart('mixed', [
          [
            'Content-Type: application/zip',
            'Content-Transfer-Encoding: base64',
            '',
            `${'A'.repeat(76)}\r\n`.repeat(680_000),
          ],
        ]),
      null,
    ],
  ];

  for (const [what, build, defect] of cases) {
    it(`with ${what}`, async () => {
      const raw = build();
      const startedMs = performance.now();
      const letter = await parseLetter(raw);
      expect(performance.now() - startedMs).toBeLessThan(5000);
      expect(letter.defects).toEqual(expect.arrayContaining(defect === null ? [] : [defect]));
      expect(faultsOf(letter)).toEqual([]);
      expect(letter.to.length).toBeLessThanOrEqual(defaultLetterLimits.maxRecipients);
    }, 20_000);
  }
});
