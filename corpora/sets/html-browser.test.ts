import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../e2e/browser/chromium.ts';
import { cleanHtml } from '../../server/kernel/html/clean-html.ts';
import { VectorBrowser, type Place } from './html-browser.ts';
import { elements, loads, seams } from './html-grammar.data.ts';
import { tryVectors } from './html-vectors.ts';

const element = fc.constantFrom(...elements);
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(element, fc.constantFrom('>', '/>', ' '))
      .map(([name, end]) => `<${name}${end}`),
  },
  { weight: 2, arbitrary: element.map((name) => `</${name}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...loads) },
  { weight: 2, arbitrary: fc.constantFrom(...seams) },
);
const letter = fc.array(piece, { minLength: 2, maxLength: 14 }).map((pieces) => pieces.join(''));

describe.runIf(findChromium() !== null)('hostile letters in a real browser', () => {
  let browser: VectorBrowser;
  beforeAll(async () => {
    browser = await VectorBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('the watch sees what runs when nothing is cleaned', async () => {
    const vectors = [
      { id: 'calm', html: '<p>x</p>' },
      { id: 'hostile', html: '<img src="data:," onerror="alert(1)">' },
    ];
    const ran = await browser.run(vectors, 'page');
    expect(ran.map(({ id }) => id)).toEqual(['hostile']);
    expect(ran[0]?.what).toContain('alert');
  });

  test.each<Place>(['page', 'document', 'frame'])(
    'none of a thousand made up letters runs, loads, covers or renames anything in a %s',
    async (place) => {
      const vectors = fc
        .sample(letter, { numRuns: 1000, seed: 42 })
        .map((html) => ({ id: html, html: cleanHtml(html).html }));
      expect(await browser.run(vectors, place)).toEqual([]);
    },
    60_000,
  );

  test('a set proves its watch before it counts', async () => {
    const tally = await tryVectors([{ id: 'one', html: '<svg onload=alert(1)>' }]);
    expect(tally).toMatchObject({ tried: 1, agreed: 1, misses: [] });
  }, 60_000);
});
