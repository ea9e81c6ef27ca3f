import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

test('only the words that are others are marked', () => {
  expect(
    wordDiff('если приоритет высокий — назначить Анну', 'если приоритет срочный — назначить Анну'),
  ).toEqual([
    { text: 'если приоритет', is: 'same' },
    { text: 'высокий', is: 'gone' },
    { text: 'срочный', is: 'new' },
    { text: '— назначить Анну', is: 'same' },
  ]);
});

test('without what is new it is the one sentence, without what is gone the other', () => {
  const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sentence, sentence, (from, to) => {
      const pieces = wordDiff(from.join(' '), to.join(' '));
      const without = (kind: string) =>
        pieces
          .filter(({ is }) => is !== kind)
          .map(({ text }) => text)
          .join(' ');
      expect([without('new'), without('gone')]).toEqual([from.join(' '), to.join(' ')]);
    }),
  );
});
