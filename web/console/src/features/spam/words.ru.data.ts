export const spam = {
  mark: 'Спам',
  unmark: 'Не\u00A0спам',
  marked: 'Заявка {{number}} в\u00A0спаме',
  unmarked: 'Заявка {{number}} снова такая, какой была',
  inSpam: 'Эта заявка в\u00A0спаме: её не\u00A0видно среди открытых и\u00A0в\u00A0счётчиках.',
  because: {
    blocked_sender: 'Сработал список блокировки: «{{value}}».',
    form_trap: 'Заполнено поле, которого люди не\u00A0видят: так делают роботы.',
  },
  block: 'Заблокировать отправителя',
  blockAddress: 'Только {{address}}',
  blockDomain: 'Всех из\u00A0{{domain}}',
  blocked: '{{value}} в\u00A0списке блокировки',
  list: 'Список блокировки',
};
