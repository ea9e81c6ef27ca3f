import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { stemEnglish } from '../../kernel/words/stem-english.ts';
import { stemRussian } from '../../kernel/words/stem-russian.ts';
import { asked, found, open, untilIndexed } from './test-harness.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  await open(agent, {
    subject: `It's 100% "quoted" \\ back & <b>bold</b>`,
    body: 'emoji 👩‍👩‍👧 here, and ñandú',
  });
  await open(agent, {
    subject: 'Long',
    body: `${'x'.repeat(150_000)} needle ${'слово '.repeat(5_000)}`,
  });
  await untilIndexed(world, company);
}, 60_000);
afterAll(() => world.close());

test.each([
  ['operators only', 'from: to: tag: status: before: after: in: has: -'],
  ['a quote that nobody closed', '"касса'],
  ['quotes of every kind', `"«»“”„'`],
  ['signs of the query language of the index', `a & b | !c <-> (d:*) 'e' \\ :A`],
  ['signs of a pattern', '%_\\ 100% .* [a-z]{1000} (((('],
  ['only minus', '-a -b -"c d"'],
  ['an emoji', '👩‍👩‍👧'],
  ['nothing', ''],
  ['spaces', '   '],
  ['ten thousand letters', 'ж'.repeat(1_900)],
  ['many words', 'слово '.repeat(300)],
  ['letters of any script', 'ñandú 漢字 العربية ไทย'],
  ['many operators', 'from:a '.repeat(200)],
  ['a number nobody has', '999999999999999'],
  ['a date that is none', 'before:0000-00-00 after:99999999d'],
])('%s is answered', async (_, question) => {
  const { status, body } = await asked(agent, question);
  expect([status, Array.isArray(body.items)]).toEqual([200, true]);
});

test('what no text may hold, and more than anybody types, is refused in words', async () => {
  const nul = await agent.call('GET /search?q=a%00b');
  expect([nul.status, nul.body.code]).toEqual([400, 'input.invalid']);
  const long = await asked(agent, 'x'.repeat(10_000));
  expect([long.status, long.body.code]).toEqual([400, 'input.invalid']);
  const cursor = await asked(agent, 'x', '&after=nonsense');
  expect([cursor.status, cursor.body.code]).toEqual([400, 'input.invalid']);
});

test('texts come back as texts, with what was found marked beside them', async () => {
  const [hit] = (await asked(agent, 'bold')).body.items;
  expect(hit.subject).toBe(`It's 100% "quoted" \\ back & <b>bold</b>`);
  expect(hit.subject.slice(hit.subjectMarks[0].from, hit.subjectMarks[0].to)).toBe('bold');
  expect(await found(agent, 'nandu')).toHaveLength(1);
});

test('whatever is typed, and wherever a page begins, nothing breaks', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 10 }),
    fc.constantFrom(
      'from:',
      'tag:',
      'до:',
      'in:notes',
      '"',
      '«',
      '-',
      ' ',
      '#',
      '100',
      '👩',
      ':',
      '\\',
      "'",
      '%',
      'x',
      'bold',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.boolean(), async (pieces, typing) => {
      const { status } = await asked(agent, pieces.join(''), `&typing=${typing}&limit=3`);
      expect([200, 400]).toContain(status);
      expect(status === 400).toBe(/\0/.test(pieces.join('')));
    }),
    { numRuns: 150 },
  );
}, 30_000);

test('stems are those of PostgreSQL', async () => {
  const russian = (
    'заявка заявками договоры договорах печатает напечатали красивейший вежливостью принтеру здравствуйте оплатившись ' +
    'возвращённых счета счетов телефонию позвонив обещали сотрудничество жёлтого бумажный ремонтируются ошибочность'
  )
    .replaceAll('ё', 'е')
    .split(' ');
  const english = (
    'refunds refunded happily happiness relational conditional organization printing hopping hoping skies generously ' +
    'communities dying adjustable electricity formative added erring proceeding national sensibly apologies'
  ).split(' ');
  const { rows } = await world.admin.query<{ word: string; stem: string }>(
    `select word, (ts_lexize('russian_stem', word))[1] as stem from unnest($1::text[]) as word
     union all select word, (ts_lexize('english_stem', word))[1] from unnest($2::text[]) as word`,
    [russian, english],
  );
  const wrong = rows.filter(
    ({ word, stem }) => (/[а-я]/.test(word) ? stemRussian(word) : stemEnglish(word)) !== stem,
  );
  expect(wrong).toEqual([]);
});
