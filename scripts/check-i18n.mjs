// Both languages of every web part have the same keys and the same placeholders, no key is missing, none is unused.
// Dictionaries are `words.<language>.data.ts` (and whatever they spread in); sources name keys as whole strings,
// or as templates whose `${…}` stands for any part: t(`ui.status.${status}`).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keysOfCodes } from './check-codes.mjs';

const root = join(import.meta.dirname, '..');
const from = process.argv[2] ?? join(root, 'web');
const problems = [];

const files = readdirSync(from, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
  .map((entry) => join(entry.parentPath, entry.name));

function flat(words, path = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;
/** `too_many` is a code, `lettersLeft_many` a form of a number. */
const isForm = (words, key) =>
  plural.test(key) &&
  (words.has(key.replace(plural, '_other')) || words.get(key).value.includes('{{count}}'));
const withoutForm = (words, key) => (isForm(words, key) ? key.replace(plural, '') : key);
const formsOf = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] };

async function wordsOf(language) {
  const all = new Map();
  for (const file of files.filter((each) =>
    new RegExp(`/(words|errors)\\.${language}\\.data\\.ts$`).test(each),
  )) {
    for (const [name, words] of Object.entries(await import(file))) {
      for (const [key, value] of flat(words, `${name}.`)) {
        all.set(key, { value, file: relative(root, file) });
      }
    }
  }
  return all;
}

const [ru, en] = [await wordsOf('ru'), await wordsOf('en')];
const baseKeys = (words) => new Set([...words.keys()].map((key) => withoutForm(words, key)));
const [ruKeys, enKeys] = [baseKeys(ru), baseKeys(en)];

for (const key of ruKeys.symmetricDifference(enKeys)) {
  problems.push(`${key}: only in ${ruKeys.has(key) ? 'Russian' : 'English'}`);
}

for (const [language, words] of [
  ['ru', ru],
  ['en', en],
]) {
  for (const key of [...words.keys()].filter((each) => isForm(words, each))) {
    const base = key.replace(plural, '');
    for (const form of formsOf[language].filter((each) => !words.has(`${base}_${each}`))) {
      problems.push(`${base}: ${language} has no form "${form}"`);
    }
  }
}

const placeholders = (text) =>
  [...new Set(text.match(/{{\s*\w+\s*}}/g) ?? [])].toSorted().join(' ');
for (const [key, { value }] of ru) {
  const other =
    en.get(key) ?? (plural.test(key) ? en.get(key.replace(plural, '_other')) : undefined);
  if (other && placeholders(value) !== placeholders(other.value)) {
    problems.push(
      `${key}: placeholders differ (${placeholders(value)} / ${placeholders(other.value)})`,
    );
  }
  if (/"[^"]*"/.test(value)) {
    problems.push(`${key}: Russian quotes are «ёлочки»`);
  }
  if (
    /(^|\s)(?:вы|вам|вас|ваш\w*)\b/iu.test(value) === false &&
    /\b(?:ты|тебе|твой)\b/iu.test(value)
  ) {
    problems.push(`${key}: people are addressed as «вы»`);
  }
}

// Another folder is a planted one, without a server beside it.
for (const key of process.argv[2] ? [] : keysOfCodes(root)) {
  if (!ruKeys.has(key)) {
    problems.push(`${key}: the server gives this code, the console has no words for it`);
  }
}

const sources = files.filter(
  (file) =>
    ['.ts', '.tsx'].some((ending) => file.endsWith(ending)) &&
    !file.endsWith('.data.ts') &&
    !/\.test\.tsx?$/.test(file) &&
    !file.includes('/src/test/'),
);
const used = new Set();
const patterns = [];
const escape = (text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

for (const file of sources) {
  const text = readFileSync(file, 'utf8');
  for (const [, quoted] of text.matchAll(/['"]([a-zA-Z]+(?:\.[\w-]+)+)['"]/g)) {
    if (ruKeys.has(quoted)) {
      used.add(quoted);
    }
  }
  for (const [, key] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
    if (!ruKeys.has(key)) {
      problems.push(`${relative(root, file)}: no words for "${key}"`);
    }
  }
  for (const [, template] of text.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)) {
    const fixed = template.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/);
    patterns.push(new RegExp(`^${fixed.map(escape).join('.+')}$`));
  }
  // A vocabulary named by its beginning: { status: 'ui.status' }.
  for (const [, prefix] of text.matchAll(/['"]((?:ui|tickets)\.\w+)['"]/g)) {
    if (!ruKeys.has(prefix)) {
      patterns.push(new RegExp(`^${escape(prefix)}\\..+$`));
    }
  }
}

for (const key of ruKeys) {
  if (!used.has(key) && !patterns.some((pattern) => pattern.test(key))) {
    problems.push(`${key}: used nowhere`);
  }
}

for (const problem of problems) {
  process.stderr.write(`${problem}\n`);
}
process.stdout.write(`${ruKeys.size} keys in Russian and English, ${problems.length} problems\n`);
process.exit(problems.length > 0 ? 1 : 0);
