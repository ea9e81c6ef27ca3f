/** Written for this bench. `{n}` becomes a number, so that no two letters are the same. */
export const subjects = {
  ru: [
    'Не приходит счёт за октябрь, договор {n}',
    'Доступ к личному кабинету после смены телефона',
    'Перенесите, пожалуйста, доставку заказа {n}',
    'Касса не печатает чек',
    'Вопрос по тарифу «Команда»',
    'Ошибка 502 при выгрузке отчёта {n}',
    'Нужен акт сверки за третий квартал',
    'Не работает кнопка «Оплатить»',
    'Прошу вернуть деньги за заказ {n}',
    'Как добавить второго администратора?',
  ],
  en: [
    'Invoice {n} shows the wrong address',
    'Cannot sign in since this morning',
    'Please move our delivery {n} to Friday',
    'The report export stops at 40 %',
    'Question about the yearly plan',
    'Printer {n} is offline again',
    'How do I add a colleague to our account?',
    'Refund for order {n}',
    'API answers 429 though we are below the limit',
    'Change of the contact person for contract {n}',
  ],
} as const;

export const sentences = {
  ru: [
    'Добрый день!',
    'Со вчерашнего вечера ничего не изменилось, хотя вы обещали ответить до обеда.',
    'Мы проверили на трёх компьютерах, в Firefox и в Яндекс Браузере, везде одно и то же.',
    'Номер заявки у наших партнёров — {n}, они говорят, что вопрос на вашей стороне.',
    'Если нужны журналы, напишите, пожалуйста, за какой период, мы выгрузим.',
    'Бухгалтерия просит закрыть вопрос до пятницы, иначе период уйдёт в следующий квартал.',
    'Раньше всё работало, последнее, что мы меняли, — пароль администратора.',
    'Пожалуйста, позвоните мне по внутреннему номеру {n}, если так быстрее.',
    'Прилагаю снимок экрана и договор.',
    'Спасибо, что так быстро разобрались в прошлый раз.',
    'В письме от вас была ссылка, но она открывает пустую страницу.',
    'Коллеги из филиала в Казани видят то же самое.',
  ],
  en: [
    'Hello,',
    'we have tried it on three computers and with two browsers, always with the same result.',
    'The number of the case at our partner is {n}; they say the cause is on your side.',
    'It worked until last Tuesday, and nothing was changed here since then.',
    'If you need the logs, please tell us which hours to export.',
    'Our accounting closes the month on Friday, so an answer before that would help a lot.',
    'The page loads, but the table stays empty and the spinner never ends.',
    'Please call me at extension {n} if that is quicker.',
    'I attach a screenshot and the signed form.',
    'Thank you for the quick help last time.',
    'The link in your letter opens an empty page.',
    'Our colleagues in the other office see exactly the same.',
  ],
} as const;

export const names = {
  ru: {
    first: [
      'Анна',
      'Пётр',
      'Мария',
      'Иван',
      'Ольга',
      'Сергей',
      'Елена',
      'Дмитрий',
      'Ирина',
      'Тимур',
    ],
    last: [
      'Ким',
      'Шевчук',
      'Белых',
      'Дюма',
      'Саакян',
      'Коваль',
      'Черных',
      'Мороз',
      'Лысенко',
      'Гайдай',
    ],
  },
  en: {
    first: ['Ann', 'Peter', 'Mary', 'John', 'Olga', 'Simon', 'Helen', 'Daniel', 'Irene', 'Tim'],
    last: [
      'Fisher',
      'Stone',
      'Baker',
      'Young',
      'Archer',
      'Miller',
      'Woods',
      'Frost',
      'Lake',
      'Reed',
    ],
  },
} as const;

export const signatures = {
  ru: 'С уважением,\n{name}\nООО «Пример», отдел снабжения\nтел. +7 495 000-00-{n}',
  en: 'Kind regards,\n{name}\nExample Ltd, purchasing\nphone +44 20 0000 00{n}',
} as const;

export const quoteHeads = {
  ru: 'сб, 21 нояб. 2026 г. в 12:00, {name} <{address}>:',
  en: 'On Sat, 21 Nov 2026 at 12:00, {name} <{address}> wrote:',
} as const;
