import { expect, test } from 'vitest';
import { rankTemplates, stemsOf, type Past, type Ranked } from './rank-templates.ts';

const template = (id: string, name: string, text: string, uses = 0): Ranked => ({
  id,
  nameStems: new Set(stemsOf(name).map(({ stem }) => stem)),
  textStems: new Set(stemsOf(text).map(({ stem }) => stem)),
  uses,
});
const all = [
  template('refund', 'Возврат денег', 'Деньги вернутся на карту в течение трёх дней.'),
  template('paper', 'Замятие бумаги в принтере', 'Откройте крышку принтера и выньте бумагу.'),
  template('vpn', 'VPN does not connect', 'Please restart the VPN client and sign in again.'),
  template('hello', 'Приветствие', 'Здравствуйте! Спасибо за обращение.', 900),
];
const asked = (text: string, past: readonly Past[] = [], categoryId: string | null = null) =>
  rankTemplates({ stems: stemsOf(text), categoryId }, all, past);

test('a template is suggested by forms of its words, and the words of the request are the reason', () => {
  const [first, ...others] = asked('Добрый день! Принтером зажевало бумагу, помогите');
  expect(first).toMatchObject({
    id: 'paper',
    why: [{ kind: 'words', words: ['принтером', 'бумагу'] }],
  });
  expect(others).toEqual([]);
  expect(asked('The vpn connection is lost').map(({ id }) => id)).toEqual(['vpn']);
});

test('courtesy suggests nothing, however often the template is used', () => {
  expect(asked('Здравствуйте, спасибо! Добрый день')).toEqual([]);
  expect(asked('')).toEqual([]);
});

test('what answered requests of the same category and words comes first', () => {
  const past: Past[] = [
    { templateId: 'refund', kind: 'category', key: 'c1', uses: 12 },
    ...stemsOf('кассовый чек пробит дважды').map(({ stem }) => ({
      templateId: 'refund',
      kind: 'stem' as const,
      key: stem,
      uses: 5,
    })),
  ];
  const [first] = asked('Чек пробит дважды', past, 'c1');
  expect(first).toMatchObject({
    id: 'refund',
    why: [
      { kind: 'category', count: 12 },
      { kind: 'past', count: 5 },
    ],
  });
  expect(asked('Чек пробит дважды')).toEqual([]);
});

test('a thousand templates are ranked within a keystroke', () => {
  const many = Array.from({ length: 1_000 }, (_, n) =>
    template(`t${n}`, `Слово${n} ответ`, `Длинный текст про предмет${n} и ещё что-нибудь обычное`),
  );
  const stems = stemsOf('Длинный вопрос про предмет и ответ на него '.repeat(20));
  const began = performance.now();
  rankTemplates({ stems, categoryId: null }, many, []);
  expect(performance.now() - began).toBeLessThan(200);
});
