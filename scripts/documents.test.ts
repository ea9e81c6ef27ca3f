import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = [
  ...globSync('*.md', { cwd: root }),
  ...globSync('docs/**/*.md', { cwd: root }),
  ...globSync('server/**/README.md', { cwd: root }),
];
const guide = (language: string) => globSync(`docs/guide/${language}/*.md`, { cwd: root });
const sources = globSync('server/**/*.ts', { cwd: root }).filter(
  (path) => !path.endsWith('.test.ts'),
);

const prose = (path: string): string => read(path).replaceAll(/^```[\s\S]*?^```/gm, '');

/** As GitHub names the anchors of headings. */
const anchorsOf = (path: string): string[] =>
  [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );

function brokenLinks(path: string): string[] {
  const targets = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) {
      return false;
    }
    const [file = '', anchor] = target.split('#');
    const there = file === '' ? path : normalize(join(dirname(path), file));
    const isThere = statSync(join(root, there), { throwIfNoEntry: false }) !== undefined;
    return !isThere || (anchor !== undefined && !anchorsOf(there).includes(anchor));
  });
}

test('every link of the documents leads somewhere', () => {
  const broken = documents.flatMap((path) => brokenLinks(path).map((link) => `${path}: ${link}`));
  expect(broken).toEqual([]);
});

const shape = (path: string) => [
  basename(path),
  prose(path).match(/^#+ /gm)?.length ?? 0,
  prose(path).match(/^\|/gm)?.length ?? 0,
];

const shapes = (language: string) => guide(language).toSorted().map(shape);

test('the guide has the same pages, headings and tables in both languages', () => {
  expect(shapes('ru')).toEqual(shapes('en'));
});

test('the documents name only variables that are read, and the README names all of them', () => {
  const names = /\b(?:OTKLIK_[A-Z_]*[A-Z]|DATABASE_URL)\b/g;
  const known = new Set(read('server/kernel/config.ts').match(names));
  // Of the tests and of the browser they use.
  const others = new Set(['OTKLIK_CHROMIUM', 'OTKLIK_SETUP']);
  const said = documents.flatMap((path) => read(path).match(names) ?? []);
  expect(said.filter((name) => !known.has(name) && !others.has(name))).toEqual([]);
  for (const readme of ['README.md', 'README.ru.md']) {
    const missing = [...known].filter((name) => !read(readme).includes(name));
    expect(missing).toEqual([]);
  }
});

test('everything Otklik may complain of is explained in both languages', () => {
  const codes = sources
    .flatMap((path) => [...read(path).matchAll(/new StartProblem\(([^{]*)/g)])
    .flatMap(([, begin = '']) => [...begin.matchAll(/'([a-z]+\.[a-z-]+)'/g)])
    .map(([, code = '']) => code);
  const mail = read('server/modules/channels/email/imap/connection-problem.data.ts');
  const reasons =
    /export type ProblemCode =([^;]+);/.exec(mail)?.[1]?.match(/(?<=')\w+(?=')/g) ?? [];
  expect(codes.length).toBeGreaterThan(30);
  expect(reasons.length).toBeGreaterThan(20);
  for (const page of ['docs/guide/en/troubleshooting.md', 'docs/guide/ru/troubleshooting.md']) {
    const explained = read(page);
    const all = [...new Set([...codes, ...reasons])].filter((code) => code !== 'unknown');
    expect(all.filter((code) => !explained.includes(`\`${code}\``))).toEqual([]);
  }
});

test('in Russian the product is called Отклик, in sentences of the program and of the documents', () => {
  const russian = [
    ...sources,
    ...globSync('scripts/*-words.mjs', { cwd: root }),
    ...globSync('web/**/*.ru.data.ts', { cwd: root }),
    ...guide('ru'),
    'README.ru.md',
  ];
  // In code spans of a document it may be a value.
  const said = (path: string) =>
    path.endsWith('.md')
      ? read(path).replaceAll(/`[^`\n]*`/g, '')
      : read(path).replaceAll("'Otklik'", '');
  const wrong = russian.flatMap((path) =>
    said(path)
      .split('\n')
      .filter((line) => /[а-яё]/i.test(line) && /\bOtklik\b/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

test('pictures are few and small', () => {
  const pictures = globSync('docs/pictures/*', { cwd: root });
  const large = pictures.filter((path) => statSync(join(root, path)).size > 150_000);
  expect(large).toEqual([]);
  expect(pictures.length).toBeLessThanOrEqual(20);
});
