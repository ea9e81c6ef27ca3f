import { expect, test } from 'vitest';
import {
  forgetGone,
  type MailboxState,
  nextRetry,
  notReceived,
  planSync,
  readUpTo,
  received,
} from './mailbox-state.ts';
import { letterFingerprint } from './letter-fingerprint.ts';

const now = new Date('2026-11-02T10:00:00Z');
const state: MailboxState = {
  uidValidity: '1',
  lastUid: 10,
  newestAt: '2026-11-01T00:00:00.000Z',
  failed: [],
};

test('a folder seen for the first time begins at its end, or at the wished date', () => {
  expect(
    planSync(null, { uidValidity: '5', uidNext: 100 }, { since: null, now }).state.lastUid,
  ).toBe(99);
  expect(
    planSync(null, { uidValidity: '5', uidNext: 100 }, { since: new Date('2026-10-01'), now }).plan,
  ).toEqual({
    kind: 'rescan',
    since: new Date('2026-10-01'),
  });
});

test('a renumbered folder is looked at from shortly before the newest letter', () => {
  const { plan, state: fresh } = planSync(
    state,
    { uidValidity: '2', uidNext: 50 },
    { since: null, now },
  );
  expect(plan).toEqual({ kind: 'rescan', since: new Date('2026-10-30T00:00:00Z') });
  expect(fresh).toMatchObject({ uidValidity: '2', lastUid: 0, newestAt: state.newestAt });
});

test('a letter that fails is tried again later and later, until it is received or gone', () => {
  const once = notReceived(state, 11, now);
  expect([once.lastUid, nextRetry(once)?.getTime()]).toEqual([11, now.getTime() + 5_000]);
  let often = once;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    often = notReceived(often, 11, now);
  }
  expect(nextRetry(often)?.getTime()).toBe(now.getTime() + 60 * 60_000);
  expect(received(often, { uid: 11, arrivedAt: now })).toMatchObject({
    failed: [],
    newestAt: now.toISOString(),
  });
  expect(forgetGone(once, { wanted: [11], present: [] }).failed).toEqual([]);
});

test('progress never goes back', () => {
  expect(readUpTo(state, 5).lastUid).toBe(10);
  expect(received(state, { uid: 3, arrivedAt: new Date('2020-01-01') })).toMatchObject({
    lastUid: 10,
    newestAt: state.newestAt,
  });
});

test('copies of one letter have one id, other letters with the same Message-ID have another', () => {
  const head = 'Message-ID: <1@x>\r\nSubject: a\r\n';
  const one = letterFingerprint(Buffer.from(`Received: by mx1\r\n${head}\r\nbody`));
  expect(letterFingerprint(Buffer.from(`Received: by mx2\r\nX-Spam: no\r\n${head}\r\nbody`))).toBe(
    one,
  );
  expect(letterFingerprint(Buffer.from(`${head}\r\nother`))).not.toBe(one);
  expect(letterFingerprint(Buffer.from('no head at all'))).toHaveLength(43);
});
