import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, segmentsOf } from './fold-text.ts';

const old = '> Здравствуйте!\n> Мы получили вашу заявку.';
const plainOld = 'Здравствуйте!\nМы получили вашу заявку.';
const fieldsBelow = (...fields: string[]): string => `${fields.join('\n')}\n\n${plainOld}`;

describe('below an answer the old letter is folded, whatever program wrote it', () => {
  it.each([
    ['Gmail', `On Tue, Mar 12, 2024 at 2:00 PM Support <s@otklik.example> wrote:\n\n${old}`],
    [
      'Gmail, broken line',
      `On Tue, Mar 12, 2024 at 2:00 PM Support Team of the House <\nsupport@otklik.example> wrote:\n\n${old}`,
    ],
    ['Gmail in Russian', `вт, 12 мар. 2024 г. в 14:00, Поддержка <s@otklik.example>:\n\n${old}`],
    [
      'Android in Russian',
      `12.03.2024 14:00 пользователь "Поддержка" <s@otklik.example> написал:\n\n${old}`,
    ],
    [
      'Apple Mail in Russian',
      `> 12 марта 2024 г., в 14:00, Поддержка <s@otklik.example> написал(а):\n> \n${old}`,
    ],
    [
      'iPhone in Russian',
      `12 марта 2024 г., в 14:00, Поддержка <s@otklik.example> написал(а):\n\n${old}`,
    ],
    ['Thunderbird in Russian', `12.03.2024 14:00, Поддержка пишет:\n${old}`],
    ['Yandex', `12.03.2024, 14:00, "Поддержка" <s@otklik.example>:\n${plainOld}`],
    [
      'Mail.ru',
      `Вторник, 12 марта 2024, 14:00 +03:00 от Поддержка <s@otklik.example>:\n \n${plainOld}`,
    ],
    [
      'The Bat!',
      `Вы писали 12 марта 2024 г., 14:00:00:\n\nПП> Здравствуйте!\nПП> Мы получили вашу заявку.`,
    ],
    ['Roundcube', `Поддержка писал 2024-03-12 14:00:\n\n${old}`],
    [
      'Outlook',
      fieldsBelow(
        'From: Support <s@otklik.example>',
        'Sent: Tuesday, March 12, 2024 2:00 PM',
        'To: Ivan',
        'Subject: Request',
      ),
    ],
    [
      'Outlook in Russian',
      fieldsBelow(
        '________________________________',
        'От: Поддержка <s@otklik.example>',
        'Отправлено: 12 марта 2024 г. 14:00',
        'Кому: Иван',
        'Тема: Заявка',
      ),
    ],
    [
      'Outlook Express',
      fieldsBelow(
        '-----Original Message-----',
        'From: Support [mailto:s@otklik.example]',
        'Sent: Tuesday, March 12',
        'To: Ivan',
      ),
    ],
    [
      'Samsung in Russian',
      fieldsBelow(
        '-------- Исходное сообщение --------',
        'От: Поддержка <s@otklik.example>',
        'Дата: 12.03.24 14:00 (GMT+03:00)',
        'Кому: Иван',
        'Тема: Заявка',
      ),
    ],
    [
      'Zimbra',
      fieldsBelow(
        '----- Original Message -----',
        'From: "Support" <s@otklik.example>',
        'To: "Ivan"',
        'Sent: Tuesday',
      ),
    ],
    ['German', `Am Di., 12. März 2024 um 14:00 Uhr schrieb Support <s@otklik.example>:\n\n${old}`],
    ['French', `Le mar. 12 mars 2024 à 14:00, Support <s@otklik.example> a\nécrit :\n\n${old}`],
    [
      'Spanish',
      `El mar, 12 mar 2024 a las 14:00, Support (<s@otklik.example>) escribió:\n\n${old}`,
    ],
  ])('%s', (_, below) => {
    const text = `Спасибо, всё работает!\n\n${below}\n`;
    expect(foldText(text).visible).toBe('Спасибо, всё работает!');
    expect(foldText(text).quoted).toContain('Мы получили вашу заявку.');
  });
});

describe('signatures', () => {
  it.each([
    ['the mark', '--\nИван Петров\nООО «Ромашка»'],
    ['the mark with its space', '-- \nIvan Petrov'],
    ['a telephone', 'Отправлено с iPhone'],
    ['another telephone', 'Sent from my Samsung Galaxy smartphone.'],
    ['Mail.ru on a telephone', 'Отправлено из мобильной Почты Mail'],
    ['Outlook on a telephone', 'Get Outlook for iOS<https://aka.example/o>'],
    [
      'a closing with a card',
      'С уважением,\nИван Петров\nдиректор ООО «Ромашка»\nтел.: +7 495 123-45-67',
    ],
    ['a closing in English', 'Kind regards,\nJohn Doe\nCEO'],
  ])('are folded: %s', (_, signature) => {
    expect(foldText(`Когда приедет мастер?\n\n${signature}\n`)).toEqual({
      visible: 'Когда приедет мастер?',
      quoted: '',
      signature,
    });
  });

  it('are folded above the old letter, too', () => {
    const folded = foldText(
      `Да, подходит.\n\nОтправлено с iPhone\n\n12 марта 2024 г., в 14:00, Поддержка <s@otklik.example> написал(а):\n\n${old}`,
    );
    expect(folded.visible).toBe('Да, подходит.');
    expect(folded.signature).toBe('Отправлено с iPhone');
  });

  it.each([
    'Sent from my desk, which is much easier than my telephone.',
    'Спасибо!\nИван',
    'Отправлено с ошибкой: накладная, счёт и акт. Исправьте, пожалуйста.',
    'Список:\n-- первое\n-- второе',
    'Дата        Сумма\n-----------------\n12.03.2024  100\n13.03.2024  200\n14.03.2024  300\n15.03.2024  400\nИтого по счёту выходит тысяча рублей',
  ])('are not seen where there are none: %s', (text) => {
    expect(foldText(text)).toEqual({ visible: text, quoted: '', signature: '' });
  });
});

describe('what stays in sight', () => {
  it('old words between answers', () => {
    const text =
      'On Tue, Mar 12, 2024 at 2:00 PM Support <s@otklik.example> wrote:\n> Когда вам удобно?\n\nВ пятницу.\n\n> По какому адресу?\n\nТому же.';
    const { visible } = foldText(text);
    expect(visible).toContain('> Когда вам удобно?');
    expect(visible).toContain('> По какому адресу?');
    expect(visible).toContain('Тому же.');
  });

  it('a forwarded letter that came with hardly a word', () => {
    const forwarded =
      '-------- Пересылаемое сообщение --------\n12.03.2024, 14:00, "Анна" <a@firma.example>:\n\nНе работает касса.';
    expect(foldText(`См. ниже.\n\n${forwarded}`).visible).toBe(`См. ниже.\n\n${forwarded}`);
    expect(foldText(forwarded).visible).toBe(forwarded);
  });

  it('a letter that only quotes', () => {
    expect(foldText('> Не работает касса.').visible).toBe('> Не работает касса.');
  });

  it('an answer below the old letter', () => {
    expect(foldText(`12.03.2024 14:00, Поддержка пишет:\n${old}\n\nДа, спасибо.`).visible).toBe(
      'Да, спасибо.',
    );
  });

  it('dates and greetings that introduce nothing', () => {
    for (const text of [
      'Встреча 12.03.2024 в 14:00:\n- касса\n- склад',
      'On 12 March at 14:00 we wrote to you.\nNobody came.',
      'От: склад\nничего не пришло',
    ]) {
      expect(foldText(text).visible).toBe(text);
    }
  });
});

describe('whatever comes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '> ',
      '\n',
      '\n\n',
      '--\n',
      'On 12 Mar 2024, a@b.example wrote:\n',
      'From: a\nTo: b\nSubject: c\n',
      '-----Original Message-----\n',
      'С уважением,\n',
      'Отправлено с iPhone\n',
      '12.03.2024, 14:00, Анна <a@b.example>:\n',
      '-----\n',
      'Начало пересылаемого сообщения:\n',
    ),
    fc.string({ maxLength: 20 }),
  );
  const letter = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('nothing is lost: the segments are the letter', () => {
    fc.assert(
      fc.property(letter, (text) => {
        expect(
          segmentsOf(text)
            .map((segment) => segment.text)
            .join('\n'),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('own words are never all hidden', () => {
    fc.assert(
      fc.property(letter, (text) => {
        const { visible } = foldText(`Касса не работает\n${text}`);
        expect(visible).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with the letter only', () => {
    const startedMs = performance.now();
    for (const line of [
      'On 1 Jan 2020\n',
      '> a\nb\n',
      '-----\n',
      '--\n',
      'From: a\n',
      'Regards,\n',
      'Sent from my iPhone\n',
      `${'>'.repeat(200)}\n`,
      'a'.repeat(300),
    ]) {
      foldText(line.repeat(20_000));
    }
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
