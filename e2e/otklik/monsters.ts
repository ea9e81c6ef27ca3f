import { letterText } from '../../server/test/mail/letters.ts';

export type Monster = {
  readonly name: string;
  readonly raw: () => Buffer;
  /** What has to be said to it. */
  readonly reply: RegExp;
};

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const mixed = { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary="b"' };

function letter(id: string, headers: Record<string, string>, body: string): Buffer {
  return Buffer.from(letterText(`monster-${id}`, headers, body));
}

const part = (head: string, body: string): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;

/** Lines of base64 that fill so many bytes. */
function filling(bytes: number): Buffer {
  return Buffer.alloc(Math.floor(bytes / 78) * 78, `${'QUJD'.repeat(19)}\r\n`);
}

function heavy(id: string, bytes: number): Buffer {
  const head = letter(id, mixed, part('Content-Type: text/plain', 'heavy')).toString();
  const file =
    '--b\r\nContent-Type: application/zip; name="heavy.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const around = Buffer.from(head + file);
  const end = Buffer.from('\r\n--b--\r\n');
  return Buffer.concat([around, filling(bytes - around.length - end.length), end]);
}

function nestedParts(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`,
  );
  return `${open.join('')}--b${depth}\r\n\r\ndeep\r\n--b${depth}--\r\n`;
}

const addresses = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${n}@there.test`).join(',\r\n ');

const megabyte = 1024 * 1024;

/** Letters that nobody writes by hand. */
export const monsters: readonly Monster[] = [
  {
    name: '20,000 nested tags',
    reply: /^250/,
    raw: () => letter('tags', html, '<div>'.repeat(20_000) + 'x' + '</div>'.repeat(20_000)),
  },
  {
    name: '20,000 nested quotes and tables never closed',
    reply: /^250/,
    raw: () => letter('quotes', html, '<blockquote><table><tr><td>'.repeat(20_000)),
  },
  { name: 'a letter of just under 50 MB', reply: /^250/, raw: () => heavy('50mb', 49 * megabyte) },
  { name: 'a letter of 60 MB', reply: /^552/, raw: () => heavy('60mb', 60 * megabyte) },
  {
    name: '10,000 recipients in To',
    reply: /^250/,
    raw: () => letter('to', { To: `support@localhost,\r\n ${addresses(10_000)}` }, 'many'),
  },
  {
    name: '1,000 parts',
    reply: /^250/,
    raw: () =>
      letter(
        'parts',
        mixed,
        Array.from({ length: 1000 }, (_, n) =>
          part(`Content-Disposition: attachment; filename="${n}.txt"`, `part ${n}`),
        ).join('') + '--b--\r\n',
      ),
  },
  {
    name: '1,000 levels of parts',
    reply: /^250/,
    raw: () =>
      letter(
        'levels',
        { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary="b0"' },
        nestedParts(1000),
      ),
  },
  {
    name: 'a header of 1 MB',
    reply: /^250/,
    raw: () => letter('header', { 'X-Long': 'x'.repeat(megabyte) }, 'long header'),
  },
  {
    name: 'a subject of 1 MB, folded',
    reply: /^250/,
    raw: () => letter('subject', { Subject: 'word\r\n '.repeat(megabyte / 7) }, 'long subject'),
  },
  {
    name: 'NUL bytes everywhere',
    reply: /^250/,
    raw: () =>
      letter('nul', { Subject: 'a\0b', From: 'N\0N <nul\0@there.test>' }, 'text\0with\0zeros\0'),
  },
  {
    name: 'lone surrogates and names that turn around',
    reply: /^250/,
    raw: () =>
      letter(
        'names',
        mixed,
        [
          part('Content-Type: text/plain; charset=utf-16', '\uD800 alone'),
          part(
            `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent('\u202Efdp.exe')}`,
            'x',
          ),
          part('Content-Disposition: attachment; filename="../../../../etc/passwd"', 'x'),
          part(`Content-Disposition: attachment; filename="${'z'.repeat(10_000)}.zip"`, 'x'),
          '--b--\r\n',
        ].join(''),
      ),
  },
  { name: 'nothing at all', reply: /^250/, raw: () => Buffer.from('\r\n') },
  { name: 'noise', reply: /^250/, raw: () => noise(200_000) },
];

/** Repeatable and without line ends longer than SMTP takes. */
function noise(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let state = 7;
  for (let at = 0; at < bytes; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    buffer[at] = at % 200 === 199 ? 10 : at % 200 === 198 ? 13 : (state >> 16) % 256;
  }
  return buffer;
}
