import { assert, double, property } from 'fast-check';
import { expect, test } from 'vitest';
import { readRefusal, queuedAs } from './refusal.ts';
import { referencesOf } from './references.ts';
import { giveUpAfterMs, retryPlan } from './retry-plan.ts';

const firstAt = new Date('2026-11-02T10:00:00Z');

function schedule(jitter: number): number[] {
  const minutes: number[] = [];
  let now = firstAt;
  for (let attempt = 1; ; attempt += 1) {
    const plan = retryPlan(attempt, firstAt, { now, jitter });
    if (plan.kind === 'give_up') {
      return minutes;
    }
    now = plan.at;
    minutes.push(Math.round((now.getTime() - firstAt.getTime()) / 60_000));
  }
}

test('a letter is sent again sooner at first, later then, for two days', () => {
  expect(schedule(0.5)).toEqual([
    1, 3, 7, 15, 31, 63, 127, 255, 495, 735, 975, 1215, 1455, 1695, 1935, 2175, 2415, 2655, 2880,
  ]);
});

test('whatever the jitter, the last attempt is at the end of the second day and then it is over', () => {
  assert(
    property(double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (jitter) => {
      const minutes = schedule(jitter);
      expect(minutes.at(-1)).toBe(giveUpAfterMs / 60_000);
      expect(minutes.length).toBeLessThan(30);
    }),
  );
});

test.each([
  [
    '550 5.1.1 <a@b>: Recipient address rejected: User unknown in local mailbox table',
    'address_unknown',
    false,
  ],
  ['550 5.7.1 Relaying denied', 'relay_denied', false],
  ['552 5.2.2 Over quota', 'mailbox_full', false],
  ['554 5.7.1 Message rejected under suspicion of SPAM; https://ya.cc/1IrBc', 'blocked', false],
  [
    '550 5.7.26 Unauthenticated email from own.test is not accepted due to DMARC policy',
    'not_authenticated',
    false,
  ],
  ['450 4.2.0 Recipient address rejected: Greylisted', 'greylisted', true],
  ['421 4.7.28 Our system has detected an unusual rate of unsolicited mail', 'blocked', true],
  ['550 5.4.4 Host or domain name not found', 'domain_unknown', false],
  ['451 something', 'try_later', true],
  ['550 nope', 'refused', false],
] as const)('%s', (reply, code, temporary) => {
  expect(readRefusal(reply, Number(reply.slice(0, 3)))).toMatchObject({ code, temporary });
});

test.each([
  ['250 2.0.0 Ok: queued as 4Xyz12AB', '4Xyz12AB'],
  ['250 2.0.0 OK  1762077600 a640c23a62f3a-b7077975d15 - gsmtp', 'a640c23a62f3a-b7077975d15'],
  ['250 OK id=1vFQx1-0007Bv-2K', '1vFQx1-0007Bv-2K'],
  ['250 ok', null],
])('%s', (reply, name) => {
  expect(queuedAs(reply)).toBe(name);
});

test('references have no doubles and nothing that is not an id', () => {
  expect(referencesOf(['a@x', 'b@x', 'a@x', 'with space', '<c@x>', ''], 'b@x')).toEqual([
    'a@x',
    'b@x',
  ]);
  expect(referencesOf([], null)).toEqual([]);
});
