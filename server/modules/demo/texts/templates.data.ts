import type { TemplateWords } from './text-shapes.ts';

export const templateWords: readonly TemplateWords[] = [
  {
    name: 'Приняли в работу · Taken up',
    ru: '{{ requester.first_name }}, здравствуйте!\n\nПриняли заявку #{{ ticket.number }} в работу. Ответим сегодня.\n\n{{ agent.name }}',
    en: 'Hello {{ requester.first_name }},\n\nWe have taken up your request #{{ ticket.number }} and will answer today.\n\n{{ agent.name }}',
  },
  {
    name: 'Перезагрузка кассы · Restart the till',
    ru: 'Выньте кабель питания на минуту, снимите аккумулятор и включите кассу снова. Напишите, пожалуйста, что появится на экране.',
    en: 'Pull the power cable for a minute, take the battery out and start the till again. Please tell us what the screen says.',
  },
  {
    name: 'Нужен удалённый доступ · Remote access',
    ru: 'Разрешите подключиться удалённо? Нужен номер из программы удалённого доступа и кто-то рядом минут на двадцать.',
    en: 'May we connect from here? We need the number of the remote program and somebody beside it for twenty minutes.',
  },
  {
    name: 'Инженер выезжает · Engineer on the way',
    ru: 'Инженер выехал, будет у вас примерно через час. За десять минут он позвонит.',
    en: 'The engineer has set off and will be with you in about an hour. Expect a call ten minutes before.',
  },
  {
    name: 'Счёт отправлен · Invoice sent',
    ru: 'Счёт во вложении, оригинал придёт через ЭДО сегодня до вечера.',
    en: 'The invoice is attached, the original follows today.',
  },
  {
    name: 'Проверьте и напишите · Please check',
    ru: 'Мы всё сделали. Проверьте, пожалуйста, и напишите, если что-то не так: заявка откроется снова сама.',
    en: 'We are done. Please check, and write if anything is wrong: your request opens again by itself.',
  },
  {
    name: 'Извинение за задержку · Sorry for the delay',
    ru: '{{ requester.first_name }}, извините, что ответили не сразу. Разобрались, и вот что получилось.',
    en: '{{ requester.first_name }}, sorry for the late answer. Here is what we found.',
  },
  {
    name: 'Сбой у оператора · Provider outage',
    ru: 'Сбой на стороне оператора, он затронул многих. Торговать можно: касса хранит чеки до 30 дней и отправит их сама.',
    en: 'The provider is down for many. You can go on selling: the till keeps receipts for 30 days and sends them by itself.',
  },
];
