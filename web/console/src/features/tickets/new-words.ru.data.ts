/** Of the form that opens a ticket by hand. */
export const newTicket = {
  title: 'Новая заявка',
  requester: 'Клиент',
  requesterPlaceholder: 'Имя, почта или телефон',
  requesterName: 'Имя клиента',
  body: 'Что случилось',
  open: 'Создать заявку',
  cancel: 'Отмена',
  needRequester: 'Укажите почту или телефон клиента',
  needSubject: 'Напишите тему',
  needBody: 'Опишите, что случилось',
};
