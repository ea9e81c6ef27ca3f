import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { outdate } from './outdate.ts';

/** A screen whose answers come when the test says so. */
function lookAt(cache: QueryClient, queryKey: string[]) {
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () =>
    new Promise<string>((resolve) => {
      answers.push(resolve);
    });
  const leave = new QueryObserver(cache, { queryKey, queryFn }).subscribe(() => undefined);
  return { answers, shown: () => cache.getQueryData(queryKey), leave };
}

test('what changes while it is read for the first time is read once more', async () => {
  const cache = new QueryClient();
  const { answers, shown, leave } = lookAt(cache, ['ticket', '1', 'events']);
  outdate(cache, { queryKey: ['ticket', '1'] });
  answers[0]?.('before the change');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('after the change');
  await vi.waitFor(() => expect(shown()).toBe('after the change'));
  leave();
});

test('what was read before is read again at once, and others are left alone', async () => {
  const cache = new QueryClient();
  const [mine, other] = [lookAt(cache, ['ticket', '1']), lookAt(cache, ['ticket', '2'])];
  for (const each of [mine, other]) {
    each.answers[0]?.('known');
    await vi.waitFor(() => expect(each.shown()).toBe('known'));
  }
  outdate(cache, { queryKey: ['ticket', '1'] });
  await vi.waitFor(() => expect(mine.answers).toHaveLength(2));
  expect(other.answers).toHaveLength(1);
  mine.leave();
  other.leave();
});
