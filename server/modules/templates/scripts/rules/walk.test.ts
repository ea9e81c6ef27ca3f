import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenLinks, linesOf, stepProblems, type Step } from './walk.ts';

const steps: Step[] = [
  {
    id: 'a',
    text: 'Does it have power?',
    answers: [
      { text: 'Yes', next: 'b' },
      { text: 'No', next: null },
    ],
    next: null,
  },
  { id: 'b', text: 'Restart it, please', answers: [], next: null },
];

test('the way that was gone reads as questions and answers', () => {
  const taken = [
    { step: 'a', answer: 0 },
    { step: 'b', answer: null },
  ];
  expect(linesOf(steps, taken)).toEqual(['Does it have power? — Yes', 'Restart it, please']);
  expect(linesOf(steps, [{ step: 'b', answer: null }])).toBeNull();
  expect(linesOf(steps, [{ step: 'a', answer: 7 }])).toBeNull();
  expect(linesOf(steps, [{ step: 'a', answer: null }])).toBeNull();
});

test('steps that nobody reaches and talks that never end are told, broken links are found', () => {
  const loop: Step = { id: 'c', text: 'Again', answers: [], next: 'c' };
  const lost: Step = { id: 'd', text: 'Never', answers: [], next: null };
  const first: Step = { id: 'a', text: 'Begin', answers: [], next: 'c' };
  expect(stepProblems(steps)).toEqual([]);
  expect(stepProblems([first, loop, lost])).toEqual([
    { step: 'a', code: 'endless' },
    { step: 'c', code: 'endless' },
    { step: 'd', code: 'lost' },
  ]);
  expect(brokenLinks([{ ...first, next: 'z' }])).toEqual(['a']);
});

test('whatever the steps are, looking at them ends', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const next = fc.option(id);
  const step = fc.record({
    id,
    text: fc.string(),
    answers: fc.array(fc.record({ text: fc.string(), next }), { maxLength: 3 }),
    next,
  });
  fc.assert(
    fc.property(fc.uniqueArray(step, { selector: (each) => each.id, minLength: 1 }), (list) => {
      const told = stepProblems(list);
      expect(told.length).toBeLessThanOrEqual(list.length);
      expect(told.some((each) => each.code === 'lost' && each.step === list[0]?.id)).toBe(false);
    }),
  );
});
