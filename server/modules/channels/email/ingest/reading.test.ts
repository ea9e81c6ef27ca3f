import { expect, test } from 'vitest';
import { letterText } from '../../../../test/mail/letters.ts';
import { Reading, type Read } from './reading.ts';

const own = { addresses: ['desk@own.test'], marks: ['mark'] };
const letters = Array.from({ length: 12 }, (_, at) =>
  Buffer.from(
    letterText(
      `letter-${at}`,
      { Subject: `Счёт № ${at}`, 'Content-Type': 'text/html; charset=utf-8' },
      `<p>Здравствуйте, <b>${at}</b></p><script>x</script><blockquote>было</blockquote>`,
    ),
  ),
);

/** Without what is new at every reading. */
const known = ({ understood }: Read) => ({ ...understood, files: understood?.files.length });

test('letters that come in a flood are understood as one that comes alone', async () => {
  const alone: Read[] = [];
  for (const letter of letters) {
    alone.push(await new Reading().read(letter, own));
  }
  const reading = new Reading();
  const together = await Promise.all(letters.map((letter) => reading.read(letter, own)));
  expect(together.map(known)).toEqual(alone.map(known));
  expect(together.map(({ letter }) => letter.subject)).toEqual(
    letters.map((_, at) => `Счёт № ${at}`),
  );
});

test('what is too long is known by its head, and understood aside', async () => {
  const long = Buffer.from(letterText('long', { Subject: 'Long' }, 'word '.repeat(120_000)));
  const reading = new Reading();
  const { letter, understood } = await reading.read(long, own);
  expect(understood).toBeNull();
  expect(letter.subject).toBe('Long');
  expect((await reading.aside(long, own)).body.slice(0, 9)).toBe('word word');
});
