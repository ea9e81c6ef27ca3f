import { expect, test } from 'vitest';
import { letterText } from '../../../../test/mail/letters.ts';
import type { WaitingLetter } from '../../queries/waiting-letters.ts';
import { parseLetter } from '../letter/parse-letter.ts';
import { letterReader, type LetterReaderParts } from './letter-reader.ts';
import { understandLetter } from './understand.ts';

const own = { addresses: [], marks: [] };
const times = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const asHtml = (html: string) =>
  Buffer.from(letterText('hostile', { 'Content-Type': 'text/html' }, html));

/** Of this thread, so that neighbours on the machine do not count. */
async function cpuMs(html: string): Promise<number> {
  const letter = await parseLetter(asHtml(html));
  const before = process.threadCpuUsage();
  understandLetter(letter, own);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

test.each([
  ['elements never closed', '<b>'],
  ['elements closed by another', '<div></p>'],
  ['closing paragraphs', '</p>'],
  ['links in links', '<a href=x>'],
  ['line ends', 'a<br>'],
  ['cells', '<td>a'],
  ['quotations', '<blockquote>On Mon, Anna wrote:<br>hi</blockquote>'],
  ['quoting marks', '<div>&gt; quoted</div>'],
  ['introductions', '<p>On Mon, 1 Jan 2024 at 10:00, Anna &lt;a@b.c&gt; wrote:</p>'],
  ['signatures', '<p>-- </p><p>Anna</p>'],
  ['one long line', 'word '],
  ['brackets', '<'],
  ['styles', '<p style="color:red;margin:1px 2px 3px 4px">x</p>'],
])(
  'hundreds of kilobytes of %s cost time that grows with their length only',
  async (_name, piece) => {
    await cpuMs(times(piece, 20_000));
    // A third of a second where this was measured; what looks back at everything before it takes four.
    expect(await cpuMs(times(piece, 300_000))).toBeLessThan(2_500);
  },
);

test('much HTML is read aside, however small the letter; much else is not', async () => {
  const longOf = async (raw: Buffer) => {
    const parts = {
      replySecret: new Uint8Array(32),
      ownAddresses: { of: async () => [] },
      raw: { read: async () => raw },
    } as unknown as LetterReaderParts;
    const waiting = { id: '1', raw: 'key', envelope: {} } as unknown as WaitingLetter;
    return (await letterReader(parts).prepare('w', waiting)).isLong;
  };
  expect(await longOf(asHtml(times('<td>a', 120_000)))).toBe(true);
  expect(await longOf(asHtml(times('<td>a', 80_000)))).toBe(false);
  expect(await longOf(Buffer.from(letterText('plain', {}, times('word ', 400_000))))).toBe(false);
});
