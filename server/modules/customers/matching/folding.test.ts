import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, skeletonOf, wordsOfName } from './folding.ts';

describe('a name in another script or spelling is the same name', () => {
  test.each([
    ['Иванов', 'Ivanov'],
    ['Иванов Пётр', 'Petr Ivanov'],
    ['Пётр Иванов', 'Pyotr IVANOV'],
    ['Щербаков Юрий', 'Yuri Shcherbakov'],
    ['Щербаков Юрий', 'Iurii Scherbakov'],
    ['Хрущёв Алексей', 'Alexey Khrushchev'],
    ['Хрущев Алексей', 'Aleksei Hruschev'],
    ['Цветкова Наталья', 'Natalia Tsvetkova'],
    ['Цветкова Наталья', 'Nataliya Cvetkova'],
    ['Дмитрий Жуков', 'Dmitry Zhukov'],
    ['Евгений Соловьёв', 'Evgeny Solovyov'],
    ['Евгения Соловьева', 'Yevgeniya Solovyeva'],
    ['Александр Чехов', 'Alexander Chekhov'],
    ['Семён Эйзенштейн', 'Semyon Eyzenshteyn'],
    ['Анна Филиппова', 'Anna Filippova'],
    ['Виктор Максимов', 'Victor Maximov'],
    ['Фёдор Андреев', 'Fedor Andreyev'],
    ['Татьяна Ильина', 'Tatiana Ilina'],
    ['Сергій Ткаченко', 'Sergiy Tkachenko'],
    ['Әлия Қасымова', 'Aliya Kassymova'],
    ['Müller Jürgen', 'Jurgen Muller'],
    ['Иванов Иван Петрович', 'Иван Иванов'],
    ['г-н Иванов Иван', 'Mr. Ivan Ivanov'],
    ['Салтыков-Щедрин Михаил', 'Mikhail Saltykov-Shchedrin'],
  ])('%s, %s', (one, other) => {
    expect(nameKey(other)).toBe(nameKey(one));
    expect(nameKey(one)).not.toBeNull();
  });

  test.each([
    ['Иванов', 'Петров'],
    ['Анна Иванова', 'Анна Иванов'],
    ['Мария Смирнова', 'Марина Смирнова'],
    ['Иван Иванов', 'Иван Иванов Младший'],
    ['Пётр Ильин', 'Павел Ильин'],
  ])('but %s is not %s', (one, other) => expect(nameKey(other)).not.toBe(nameKey(one)));

  test.each(['', '  ', '+7 912 345-67-89', 'anna@firm.test', '王', '—'])(
    '%j tells nobody apart',
    (name) => expect(nameKey(name)).toBeNull(),
  );
});

test('the order, case and spacing of a name mean nothing', () => {
  const word = fc.stringMatching(/^[а-я]{3,10}$/);
  fc.assert(
    fc.property(word, word, (first, last) => {
      expect(nameKey(`  ${last.toUpperCase()}   ${first} `)).toBe(nameKey(`${first} ${last}`));
    }),
  );
});

test('no text breaks the folding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(skeletonOf(text)).toMatch(/^[a-z0-9]*$/);
      expect(wordsOfName(text).every((word) => word.length > 0)).toBe(true);
    }),
  );
});
