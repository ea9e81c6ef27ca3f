import { describe, expect, test } from 'vitest';
import { checkRequisites } from '../../customers/requisites/requisites.ts';
import { normalizeContact } from '../../customers/rules.ts';
import { checkLiquid } from '../../../kernel/liquid/check-liquid.ts';
import { templateVariables } from '../../templates/variables.data.ts';
import { templateWords } from '../texts/templates.data.ts';
import { planDemo } from './plan.ts';
import type { Step } from './steps.ts';

const now = new Date('2026-11-24T12:30:00Z');
const wanted = { seed: 'otklik', timeZone: 'Europe/Moscow', now } as const;
const ru = planDemo({ ...wanted, locale: 'ru' });
const en = planDemo({ ...wanted, locale: 'en' });
const of = <K extends Step['kind']>(kind: K, { steps } = ru) =>
  steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind);

describe('the life of the demo company', () => {
  test('is told the same twice', () => {
    expect(planDemo({ ...wanted, locale: 'ru' })).toEqual(ru);
  });

  test('is another one for another seed', () => {
    expect(planDemo({ ...wanted, seed: 'other', locale: 'ru' }).steps).not.toEqual(ru.steps);
  });

  test.each([ru, en])('is as large as it was promised', (plan) => {
    expect(of('open', plan)).toHaveLength(2000);
    expect(plan.cast.people).toHaveLength(300);
    expect(plan.cast.organizations).toHaveLength(40);
    expect(plan.cast.agents).toHaveLength(12);
    expect(Object.keys(plan.cast.company.teams)).toHaveLength(4);
  });

  test('goes from sixty days ago to minutes ago, in order, and knows no tomorrow', () => {
    const times = ru.steps.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const ageMs = now.getTime() - (of('open').at(-1)?.at.getTime() ?? 0);
    expect(ageMs).toBeLessThanOrEqual(3 * 60_000);
    const days = (now.getTime() - (times[0] ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(58);
    expect(days).toBeLessThan(61);
  });

  test('has all that a desk sees: late answers, merges, notes, relapses, spam, an outage', () => {
    expect(of('merged').length).toBe(40);
    expect(of('spam').length).toBe(16);
    expect(of('linked').length).toBeGreaterThan(50);
    expect(of('noted').length).toBeGreaterThan(500);
    const due = new Map(of('open').map((step) => [step.story, step.firstResponseDue]));
    const answers = of('answered').filter(({ story }) => {
      const first = due.has(story);
      return first;
    });
    const first = new Map(answers.toReversed().map((step) => [step.story, step.at]));
    const late = [...first].filter(([story, at]) => at > (due.get(story) ?? at));
    expect(late.length / first.size).toBeGreaterThan(0.1);
    expect(late.length / first.size).toBeLessThan(0.4);
    const solved = new Set<number>();
    const again = ru.steps.filter((step) => {
      if (step.kind === 'answered' && step.status === 'solved') {
        solved.add(step.story);
      }
      return step.kind === 'wrote' && solved.has(step.story);
    });
    expect(again.length).toBeGreaterThan(100);
  });

  test('speaks both languages, most of it that of the workspace', () => {
    const russian = (plan: typeof ru) =>
      of('open', plan).filter(({ subject }) => /\p{Script=Cyrillic}/u.test(subject)).length;
    expect(russian(ru)).toBeGreaterThan(1000);
    expect(russian(ru)).toBeLessThan(1800);
    expect(russian(en)).toBeGreaterThan(200);
    expect(russian(en)).toBeLessThan(1000);
  });

  test('leaves no gap in its texts, and no slot unfilled', () => {
    for (const plan of [ru, en]) {
      const texts = plan.steps.flatMap((step) => ('body' in step ? step.body : []));
      expect(texts.filter((text) => /\{|\}|undefined|\s$|^\s/.test(text))).toEqual([]);
      expect(of('open', plan).filter(({ subject }) => /\{|\}|undefined/.test(subject))).toEqual([]);
    }
    expect(
      templateWords
        .flatMap((t) => [t.ru, t.en])
        .map((text) => checkLiquid(text, templateVariables)),
    ).toEqual(templateWords.flatMap(() => [null, null]));
  });
});

describe('nobody real is in it', () => {
  test.each([ru, en])('every address is below .example', ({ cast }) => {
    const addresses = [...cast.people, ...cast.agents].flatMap(({ email }) => email ?? []);
    expect(addresses.length).toBeGreaterThan(300);
    expect(addresses.filter((address) => !/^[^@]+@[^@]+\.example$/.test(address))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(cast.organizations.filter(({ domain }) => !domain.endsWith('.example'))).toEqual([]);
  });

  test.each([ru, en])('phones are of ranges that are given to nobody', ({ cast }) => {
    const phones = cast.people.flatMap(({ phone }) => phone ?? []);
    const plain = phones.map((phone) => normalizeContact('phone', phone));
    expect(plain.filter((phone) => !/^(\+74950\d{6}|\+447700900\d{3})$/.test(phone ?? ''))).toEqual(
      [],
    );
    expect(new Set(plain).size).toBe(plain.length);
  });

  test.each([ru, en])('register numbers are right by their checksums', ({ cast }) => {
    const numbered = cast.organizations.filter(({ numbers }) => numbers !== null);
    expect(numbered.length).toBeGreaterThan(10);
    for (const { kind, numbers } of numbered) {
      const checked = checkRequisites({ kind: kind as 'company', ...numbers! });
      expect(checked).toEqual([]);
    }
  });
});

test.each(['Pacific/Kiritimati', 'America/St_Johns', 'UTC'])(
  'a company in %s works by its own clock',
  (timeZone) => {
    const plan = planDemo({ ...wanted, timeZone, locale: 'en', tickets: 200 });
    const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    const answered = of('answered', plan)
      .map(({ at }) => Number(hours.format(at)))
      .filter((hour) => hour < 8 || hour > 19);
    // Calls are answered whenever they come.
    expect(answered.length).toBeLessThan(of('answered', plan).length / 5);
  },
);
