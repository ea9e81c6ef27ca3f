import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanHtml } from '../../server/kernel/html/clean-html.ts';
import type { CorpusSet, Tally } from '../corpus-set.ts';
import { VectorBrowser, type Place, type Ran, type Vector } from './html-browser.ts';
import { planted } from './html-planted.data.ts';

const places: readonly Place[] = ['page', 'document', 'frame'];

const cleaned = (vectors: readonly Vector[]): readonly Vector[] =>
  vectors.map(({ id, html }) => ({ id, html: cleanHtml(html).html }));

/** A harmful vector among harmless ones must be found, and it alone be named. */
const proveTheWatch = async (
  browser: VectorBrowser,
  harmless: readonly Vector[],
): Promise<void> => {
  const visibleInFrame = new Set([
    'planted link',
    'planted pointer handler',
    'planted name',
    'planted cover',
  ]);
  for (const place of places) {
    for (const vector of planted.filter(({ id }) => place !== 'frame' || visibleInFrame.has(id))) {
      const ran = await browser.run(
        [...harmless.slice(0, 3), vector, ...harmless.slice(3, 6)],
        place,
      );
      if (ran.length !== 1 || ran[0]?.id !== vector.id) {
        throw new Error(`${vector.id} was not found in ${place}: ${JSON.stringify(ran)}`);
      }
    }
  }
};

const tallied = (vectors: readonly Vector[], ran: readonly Ran[]): Tally => {
  const culprits = new Set(ran.map(({ id }) => id));
  return {
    check: 'runs',
    tried: vectors.length,
    agreed: vectors.length - culprits.size,
    misses: ran.map(({ id, place, what }) => `${id} in ${place}: ${what}`),
  };
};

/** Cleans every vector and lets the results loose in a real browser. Fails clearly when there is none. */
export const tryVectors = async (vectors: readonly Vector[]): Promise<Tally> => {
  const browser = await VectorBrowser.open();
  try {
    const results = cleaned(vectors);
    const harmless = cleaned([
      { id: 'harmless', html: '<p>words <a href="https://example.com/">x</a></p>' },
    ]);
    await proveTheWatch(browser, Array.from({ length: 6 }, () => harmless).flat());
    const ran: Ran[] = [];
    for (const place of places) {
      ran.push(...(await browser.run(results, place)));
    }
    return tallied(vectors, ran);
  } finally {
    await browser.close();
  }
};

type Reader = (folder: string) => readonly Vector[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textsIn = (value: unknown, field: string): readonly Vector[] =>
  (Array.isArray(value) ? value : []).filter(isRecord).flatMap((entry, index) => {
    const html = entry[field];
    return typeof html === 'string' ? [{ id: String(entry['id'] ?? index), html }] : [];
  });

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name));

const readers: Readonly<Record<string, Reader>> = {
  bleach: (folder) =>
    filesBelow(folder, '.test').flatMap((path) => {
      const [html = ''] = readFileSync(path, 'utf8').split('\n--\n');
      return [{ id: basename(path), html }];
    }),
  dompurify: (folder) => textsIn(jsonOf(join(folder, 'expect.json')), 'payload'),
  h5sc: (folder) => textsIn(jsonOf(join(folder, 'items.json')), 'data'),
  'payloadbox-xss': (folder) =>
    filesBelow(folder, '.txt').flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .map((html, index) => ({ id: `line ${index + 1}`, html })),
    ),
  'svg-sanitizer': (folder) =>
    filesBelow(folder, '.svg').map((path) => ({
      id: basename(path),
      html: readFileSync(path, 'utf8'),
    })),
  'html5lib-tests': (folder) =>
    filesBelow(join(folder, 'tokenizer'), '.test').flatMap((path) => {
      const content = jsonOf(path);
      const tests = isRecord(content) ? (content['tests'] ?? content['xmlViolationTests']) : [];
      return textsIn(tests, 'input').map(({ html }, index) => ({
        id: `${basename(path)} ${index}`,
        html,
      }));
    }),
};

const linesOf = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

const named = (vector: unknown): readonly Vector[] =>
  isRecord(vector) && typeof vector['input'] === 'string'
    ? [{ id: `${String(vector['src'])} ${String(vector['id'])}`, html: vector['input'] }]
    : [];

export const htmlVectorSets: readonly CorpusSet[] = [
  {
    name: 'html/vectors',
    reach: 1,
    needs: ['html/xss-vectors.jsonl'],
    run: (dir) => tryVectors(linesOf(join(dir, 'html/xss-vectors.jsonl')).flatMap(named)),
  },
  ...Object.entries(readers).map(([name, read]): CorpusSet => ({
    name: `html/${name}`,
    reach: 1,
    run: (dir) => tryVectors(read(join(dir, 'html', name))),
  })),
];
