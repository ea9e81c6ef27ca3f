import { expect, test } from 'vitest';
import { inTurns, mapInTurns } from './in-turns.ts';

function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    // Uses the processor.
  }
}

test('others have their turn while long work goes on, and the results are in order', async () => {
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  }, 0);
  const results = await mapInTurns([1, 2, 3, 4, 5, 6], (n) => {
    busy(3);
    return n * 2;
  });
  clearInterval(other);
  expect(results).toEqual([2, 4, 6, 8, 10, 12]);
  expect(others).toBeGreaterThan(1);
});

test('short work is done in one turn', async () => {
  let rests = 0;
  const rest = async () => {
    rests += 1;
  };
  await inTurns([1, 2, 3], { turnMs: 1_000, rest });
  expect(rests).toBe(0);
});

test('what fails fails for whoever asked', async () => {
  const failing = mapInTurns([1, 2], (n) => {
    if (n === 2) {
      throw new Error('no');
    }
    return n;
  });
  await expect(failing).rejects.toThrow('no');
});
