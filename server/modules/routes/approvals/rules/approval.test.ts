import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstStates, settle, type Decision, type Mode } from './approval.ts';

test('one of them is enough to approve; it is rejected when nobody approves', () => {
  const asked = firstStates('one', 2);
  expect(asked).toEqual(['asked', 'asked']);
  expect(settle('one', asked, { index: 1, decision: 'approved' })).toEqual({
    outcome: 'approved',
    states: ['skipped', 'approved'],
    asks: null,
  });
  const after = settle('one', asked, { index: 0, decision: 'rejected' });
  expect(after.outcome).toBe('pending');
  expect(settle('one', after.states, { index: 1, decision: 'rejected' }).outcome).toBe('rejected');
});

test('where all must approve, the first “no” ends it', () => {
  const asked = firstStates('all', 3);
  const one = settle('all', asked, { index: 2, decision: 'approved' });
  expect(one.outcome).toBe('pending');
  expect(settle('all', one.states, { index: 0, decision: 'rejected' })).toEqual({
    outcome: 'rejected',
    states: ['rejected', 'skipped', 'approved'],
    asks: null,
  });
});

test('in order the next one is asked only after the one before has approved', () => {
  const asked = firstStates('in_order', 2);
  expect(asked).toEqual(['asked', 'waiting']);
  const one = settle('in_order', asked, { index: 0, decision: 'approved' });
  expect(one).toEqual({ outcome: 'pending', states: ['approved', 'asked'], asks: 1 });
  expect(settle('in_order', one.states, { index: 1, decision: 'approved' }).outcome).toBe(
    'approved',
  );
});

test('whoever decides in whatever order, it ends, and then nobody is asked any more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Mode>('one', 'all', 'in_order'),
      fc.integer({ min: 1, max: 6 }),
      fc.infiniteStream(fc.tuple(fc.nat(), fc.constantFrom<Decision>('approved', 'rejected'))),
      (mode, many, stream) => {
        let states = firstStates(mode, many);
        let turns = 0;
        for (const [pick, decision] of stream) {
          const open = states.flatMap((state, index) => (state === 'asked' ? [index] : []));
          expect(open.length).toBeGreaterThan(0);
          const index = open[pick % open.length] ?? 0;
          const after = settle(mode, states, { index, decision });
          states = [...after.states];
          turns += 1;
          if (after.outcome !== 'pending') {
            break;
          }
        }
        expect(turns).toBeLessThanOrEqual(many);
        expect(states).not.toContain('asked');
      },
    ),
  );
});
