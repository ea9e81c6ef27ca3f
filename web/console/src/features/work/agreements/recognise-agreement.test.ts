import { expect, test } from 'vitest';
import { promised, promisingNothing } from './agreement-cases.data.ts';
import { recogniseAgreement } from './recognise-agreement.ts';

/** Wednesday, 18 November 2026, ten in the morning in Moscow. */
const said = { at: new Date('2026-11-18T10:00:00+03:00'), timeZone: 'Europe/Moscow' };
const at = (text: string, when = said) => {
  const found = recogniseAgreement(text, when);
  return found && found.at.toLocaleString('sv-SE', { timeZone: when.timeZone }).slice(5, 16);
};

test.each([
  ['Перезвоните во вторник после трёх', '11-24 15:00'],
  ['Перезвоните мне, пожалуйста, во вторник после трёх.', '11-24 15:00'],
  ['Принтер снова не печатает. Перезвоните во вторник в 15:00', '11-24 15:00'],
  ['Позвоните через два часа', '11-18 12:00'],
  ['через два часа', '11-18 12:00'],
  ['через полчаса', '11-18 10:30'],
  ['Буду через час', '11-18 11:00'],
  ['Свяжусь с вами через 15 минут', '11-18 10:15'],
  ['Напишу через пару дней', '11-20 09:00'],
  ['Ответим в течение двух часов', '11-18 12:00'],
  ['Ответим в течение часа', '11-18 11:00'],
  ['Через неделю проверим ещё раз', '11-25 09:00'],
  ['Через 3 рабочих дня будет готово', '11-23 09:00'],
  ['Через полтора часа созвонимся', '11-18 11:30'],
  ['Вернёмся к этому через месяц', '12-18 09:00'],
  ['завтра до обеда', '11-19 12:00'],
  ['Пришлите, пожалуйста, завтра до обеда', '11-19 12:00'],
  ['Завтра утром приедет мастер', '11-19 09:00'],
  ['Завтра вечером созвонимся', '11-19 18:00'],
  ['Давайте завтра днём', '11-19 14:00'],
  ['Давайте завтра после обеда', '11-19 14:00'],
  ['Позвоните завтра', '11-19 09:00'],
  ['завтра в 10', '11-19 10:00'],
  ['Позвоните завтра в три', '11-19 15:00'],
  ['Позвоните завтра в 3 часа дня', '11-19 15:00'],
  ['Позвоните завтра в 8 утра', '11-19 08:00'],
  ['Позвоните завтра в 8 вечера', '11-19 20:00'],
  ['Завтра к 18:00 пришлём счёт', '11-19 18:00'],
  ['Послезавтра в полдень встретимся', '11-20 12:00'],
  ['Послезавтра сделаем', '11-20 09:00'],
  ['Сегодня в 16:30 позвоню', '11-18 16:30'],
  ['Сегодня до 18.00 отправим', '11-18 18:00'],
  ['Отправим сегодня', '11-18 18:00'],
  ['Сегодня вечером отвечу', '11-18 18:00'],
  ['15 декабря', '12-15 09:00'],
  ['Приезжайте 15 декабря', '12-15 09:00'],
  ['Доставим 15 декабря 2026 года', '12-15 09:00'],
  ['Ждём вас 15 декабря в 11:00', '12-15 11:00'],
  ['Нужно до 15.12', '12-15 09:00'],
  ['Нужно до 15.12.2026', '12-15 09:00'],
  ['Оплатим 01.12.2026', '12-01 09:00'],
  ['Встреча 2026-12-15 в 14:00', '12-15 14:00'],
  ['Прошу ответить до 20 ноября', '11-20 09:00'],
  ['Ждём ответа до пятницы', '11-20 09:00'],
  ['до пятницы', '11-20 09:00'],
  ['Сделаем к понедельнику', '11-23 09:00'],
  ['Сделаем в понедельник утром', '11-23 09:00'],
  ['Будем в четверг с 9 до 12', '11-19 09:00'],
  ['В среду удобно', '11-25 09:00'],
  ['Давайте в следующую среду', '11-25 09:00'],
  ['Давайте в следующий вторник в 12', '11-24 12:00'],
  ['На следующей неделе позвоним', '11-23 09:00'],
  ['Приедем 25 числа', '11-25 09:00'],
  ['Приедем 5-го', '12-05 09:00'],
  ['Сделаем до конца дня', '11-18 18:00'],
  ['Пришлём к концу недели', '11-20 18:00'],
  ['Закроем до конца месяца', '11-30 18:00'],
  ['Можете набрать меня в половине третьего?', '11-18 14:30'],
  ['Позвоните завтра в полтретьего', '11-19 14:30'],
  ['Позвоните после 17:00', '11-18 17:00'],
  ['Позвоните в 9:30', '11-19 09:30'],
  ['Наберите меня после пяти', '11-18 17:00'],
  ['Перезвоните к часу', '11-18 13:00'],
  ['Напомните 31 декабря в 23:00', '12-31 23:00'],
  ['Мастер приедет в субботу в 11.30', '11-21 11:30'],
  ['Можно в воскресенье после 14?', '11-22 14:00'],
  ['Да, завтра в 12:00', '11-19 12:00'],
  ['Ок, в пятницу', '11-20 09:00'],
  ['Напишите 10 января', '01-10 09:00'],
  ['Привезём в четверг, 19 ноября, в 10', '11-19 10:00'],
])('%j is promised for %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});

test.each([
  ['Call me back on Tuesday at 3pm', '11-24 15:00'],
  ['Please call me back on Tuesday at 3 p.m.', '11-24 15:00'],
  ['Could you ring me tomorrow at noon?', '11-19 12:00'],
  ['in two days', '11-20 09:00'],
  ["I'll get back to you in two days", '11-20 09:00'],
  ['We will reply within an hour', '11-18 11:00'],
  ['We will reply in half an hour', '11-18 10:30'],
  ['Back in a couple of hours', '11-18 12:00'],
  ['The engineer will come in 3 days', '11-21 09:00'],
  ['by Friday noon', '11-20 12:00'],
  ['Please send it by Friday noon', '11-20 12:00'],
  ['We need it by Friday', '11-20 09:00'],
  ['by Friday', '11-20 09:00'],
  ['Can we meet on Monday morning?', '11-23 09:00'],
  ['Can we talk on Monday after lunch?', '11-23 14:00'],
  ["Let's talk tomorrow afternoon", '11-19 14:00'],
  ['I am available tomorrow evening', '11-19 18:00'],
  ['Call me tonight', '11-18 20:00'],
  ['Call me at 3pm', '11-18 15:00'],
  ['Call me after 5', '11-18 17:00'],
  ['Call me at 9am', '11-19 09:00'],
  ['Please call before 11:30', '11-18 11:30'],
  ['We will deliver on December 15th', '12-15 09:00'],
  ['We will deliver on 15 December at 10:00', '12-15 10:00'],
  ['We will deliver on the 15th of December', '12-15 09:00'],
  ['15 December', '12-15 09:00'],
  ['It will be ready on 2026-12-01', '12-01 09:00'],
  ['Please remind me the day after tomorrow', '11-20 09:00'],
  ['We expect it next week', '11-23 09:00'],
  ['See you next Tuesday at 10, please confirm', '11-24 10:00'],
  ['Can you visit us this Thursday at 2pm?', '11-19 14:00'],
  ['It will be done by the end of the day', '11-18 18:00'],
  ['We will send it by end of week', '11-20 18:00'],
  ['Please finish it by EOD', '11-18 18:00'],
  ['Please check again in an hour', '11-18 11:00'],
  ['We will check again in a week', '11-25 09:00'],
  ['Please call on the 25th', '11-25 09:00'],
  ['Please call tomorrow at half past three', '11-19 15:30'],
  ['Ok, tomorrow at 12:00', '11-19 12:00'],
  ['Please wait until Monday', '11-23 09:00'],
  ['I can pay on Friday 20 November', '11-20 09:00'],
])('%j is promised for %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});

test.each([
  ['Вчера в 15:00 принтер сломался'],
  ['Два часа назад пропал интернет'],
  ['Счёт от 15 декабря'],
  ['Оплатите, пожалуйста, счёт от 15.12.2025'],
  ['Договор от 1 марта 2026 года прилагаем'],
  ['Не работает с понедельника'],
  ['Не работает уже два часа'],
  ['Мы работаем с 9 до 18'],
  ['Версия 2.5 установлена'],
  ['Ошибка 504 после 3 попыток'],
  ['В прошлый вторник было так же'],
  ['Сообщение поступило 10 ноября'],
  ['Номер заказа 12-15'],
  ['Купили 3 принтера'],
  ['Здравствуйте! Спасибо за помощь.'],
  ['Адрес: ул. 8 Марта, дом 15'],
  ['Режим: понедельник — пятница'],
  ['Это длится неделю'],
  ['На прошлой неделе обещали сделать'],
  ['Позвоните мне, пожалуйста'],
  ['Цена 15.30 рублей'],
  ['It broke yesterday at 3pm'],
  ['It stopped two hours ago'],
  ['The invoice of 15 December 2025'],
  ['It has been down since Monday'],
  ['Last Tuesday it was the same'],
  ['Our office is open from 9 to 18'],
  ['Version 2.5 is installed'],
  ['I tried 3 times'],
  ['Thank you for your help'],
  ['We may sun the panels'],
  ['Please call me back'],
  ['Room 15 on the 3rd floor'],
  ['Error 500 at 3 stations'],
  ['The meeting on Monday was cancelled'],
  ['March is over'],
  [''],
])('%j promises nothing', (text) => {
  expect(at(text)).toBeNull();
});

test.each(promised)('%j is for %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});

test.each(promisingNothing)('%j is offered nothing', (text) => {
  expect(at(text)).toBeNull();
});

test('a promise that was for an hour already past then is none, one for this year’s end is', () => {
  expect(at('Сделаем 01.11.2026')).toBeNull();
  expect(at('Сделаем сегодня в 9:00')).toBeNull();
});

test('the zone is that of the conversation, over a change of clocks too', () => {
  const berlin = { at: new Date('2026-03-28T10:00:00Z'), timeZone: 'Europe/Berlin' };
  expect(recogniseAgreement('Call me tomorrow at 3pm', berlin)?.at.toISOString()).toBe(
    '2026-03-29T13:00:00.000Z',
  );
  const tokyo = { at: new Date('2026-11-18T20:00:00Z'), timeZone: 'Asia/Tokyo' };
  expect(recogniseAgreement('Позвоните завтра в 10:00', tokyo)?.at.toISOString()).toBe(
    '2026-11-20T01:00:00.000Z',
  );
});

test('what is offered is said as it was written', () => {
  expect(
    recogniseAgreement('Добрый день! Перезвоните во Вторник после трёх, спасибо.', said)?.phrase,
  ).toBe('Вторник после трёх');
  expect(recogniseAgreement('Жду звонка в четверг без четверти пять.', said)?.phrase).toBe(
    'четверг без четверти пять',
  );
});

test('of two promises the one still to come is offered', () => {
  const text = 'Перезвоню сегодня в 15:00. Акт пришлю в пятницу.';
  const later = new Date('2026-11-19T12:00:00+03:00');
  expect(recogniseAgreement(text, said)?.at.toISOString()).toBe('2026-11-18T12:00:00.000Z');
  expect(recogniseAgreement(text, said, later)).toMatchObject({
    phrase: 'пятницу',
    sentence: 'Акт пришлю в пятницу',
  });
});
