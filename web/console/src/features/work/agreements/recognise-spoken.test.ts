import { expect, test } from 'vitest';
import { recogniseAgreement } from './recognise-agreement.ts';
import {
  englishPromises,
  englishTales,
  russianPromises,
  russianTales,
} from './spoken-cases.data.ts';

/** A Tuesday in Moscow and a Thursday in New York. */
const moscow = { at: new Date('2026-03-10T11:20:00+03:00'), timeZone: 'Europe/Moscow' };
const newYork = { at: new Date('2026-06-11T09:40:00-04:00'), timeZone: 'America/New_York' };
const at = (text: string, said: typeof moscow) =>
  recogniseAgreement(text, said)
    ?.at.toLocaleString('sv-SE', { timeZone: said.timeZone })
    .slice(5, 16);

test.each(russianPromises)('%j is for %s', (text, expected) => {
  expect(at(text, moscow)).toBe(expected);
});

test.each(englishPromises)('%j is for %s', (text, expected) => {
  expect(at(text, newYork)).toBe(expected);
});

test.each(russianTales)('%j is offered nothing', (text) => {
  expect(at(text, moscow)).toBeUndefined();
});

test.each(englishTales)('%j is offered nothing', (text) => {
  expect(at(text, newYork)).toBeUndefined();
});

test('"12/03" is a day where the custom of the place says which, and none where it does not', () => {
  const on = (timeZone: string) =>
    at('Please call me on 07/08', { at: newYork.at, timeZone })?.slice(0, 5);
  expect(on('America/New_York')).toBe('07-08');
  expect(on('Europe/London')).toBe('08-07');
  expect(on('Europe/Moscow')).toBeUndefined();
});
