import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanHtml } from '../../server/kernel/html/clean-html.ts';
import { newTally, type CorpusSet, type Tally } from '../corpus-set.ts';
import { VectorBrowser, type Place, type Ran, type Vector } from './html-browser.ts';
import { planted } from './html-planted.data.ts';

const places: readonly Place[] = ['page', 'document', 'frame'];

const harmless: Vector = { id: 'harmless', html: '<p>words <b>and</b> more</p>' };
// Behind the walls of the frame nothing runs and nothing loads, so only what stands in the tree can be seen.
const seenInFrame = new Set([
  'planted link',
  'planted pointer handler',
  'planted name',
  'planted cover',
]);

let provenPlanted = false;

const seenAlone = async (browser: VectorBrowser, vector: Vector, place: Place): Promise<boolean> =>
  (await browser.run([vector], place)).length === 1;

/** What is harmful must be found and what is harmless not; otherwise silence means nothing. */
const proveTheWatch = async (browser: VectorBrowser): Promise<void> => {
  for (const place of places) {
    const harmful = planted.filter(({ id }) => place !== 'frame' || seenInFrame.has(id));
    // Every kind once a run; later browsers of the same run must see one.
    for (const vector of provenPlanted ? harmful.slice(0, 1) : harmful) {
      if (!(await seenAlone(browser, vector, place))) {
        throw new Error(`The watch is blind: it did not see the ${vector.id} in the ${place}`);
      }
    }
    if (await seenAlone(browser, harmless, place)) {
      throw new Error(`The watch cries wolf in the ${place}`);
    }
  }
  provenPlanted = true;
};

// The sets repeat each other, and most vectors come out as the same few harmless elements: each result is tried once.
const known = new Map<string, readonly Ran[]>();

const tryNew = async (browser: VectorBrowser, results: readonly string[]): Promise<void> => {
  const fresh = [...new Set(results)].filter((html) => !known.has(html));
  const vectors = fresh.map((html, index) => ({ id: String(index), html }));
  for (const html of fresh) {
    known.set(html, []);
  }
  for (const place of places) {
    for (const ran of await browser.run(vectors, place)) {
      const html = fresh[Number(ran.id)] ?? '';
      known.set(html, [...(known.get(html) ?? []), ran]);
    }
  }
};

const tallied = (vectors: readonly Vector[], results: readonly string[]): Tally => {
  const tally = newTally('runs');
  for (const [index, { id, html }] of vectors.entries()) {
    const ran = known.get(results[index] ?? '') ?? [];
    const what = ran.map((one) => `in ${one.place}: ${one.what}`).join('; ');
    tally.agree(ran.length === 0, () => `${id} ${what} of ${html.slice(0, 200)}`);
  }
  return tally.tally();
};

/** Cleans every vector and lets the results loose in a real browser. Fails clearly when there is none. */
export const tryVectors = async (vectors: readonly Vector[]): Promise<Tally> => {
  const browser = await VectorBrowser.open();
  try {
    await proveTheWatch(browser);
    const results = vectors.map(({ html }) => cleanHtml(html).html);
    await tryNew(browser, results);
    return tallied(vectors, results);
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
