/** What a letter that asks says, in the language of whoever is asked. */
export const letterWords = {
  ru: {
    subject: 'Просят согласовать: {about}',
    reminder: 'Напоминание, просят согласовать: {about}',
    asks: '{askedBy} ({company}) просит вас согласовать:',
    ticket: 'Заявка: {subject}',
    request: 'О\u00A0чём просит клиент:',
    until: 'Ответить нужно до\u00A0{date}.',
    open: 'Посмотреть и\u00A0решить',
    yours:
      'Ссылка только ваша и\u00A0сработает один раз, до\u00A0{date}. Пока вы не\u00A0нажмёте кнопку на\u00A0странице, ничего не\u00A0произойдёт.',
    here: 'Ответить можно и\u00A0в\u00A0Отклике, в\u00A0списке «Ждут вашего решения».',
  },
  en: {
    subject: 'Your approval is asked: {about}',
    reminder: 'Reminder, your approval is asked: {about}',
    asks: '{askedBy} ({company}) asks for your approval:',
    ticket: 'Ticket: {subject}',
    request: 'What the customer asks:',
    until: 'An answer is needed by {date}.',
    open: 'Look and decide',
    yours:
      'The link is yours alone and works once, until {date}. Nothing happens until you press a button on the page.',
    here: 'You can also answer in Otklik, in the list “Waiting for your decision”.',
  },
} as const;
