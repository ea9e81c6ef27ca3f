/** How the history says what was done with a ticket beside answering it. */
export const workFields = {
  snooze: 'Отложена',
  related: 'связанная',
  parent: 'целое',
  child: 'часть',
  problem: 'проблема',
  incident: 'инцидент',
  time: 'Время',
  callBack: 'Звонок',
  ownStatus: 'Свой статус',
};

/** Whole sentences: `value` is the new one, or the former where nothing came instead. */
export const workEvents = {
  ticket_macro_run: 'выполнен макрос «{{value}}»',
  ticket_macro_undone: 'макрос «{{value}}» отменён',
  answer: 'ответа клиента',
  ticket_snooze_changed: 'заявка отложена до\u00A0{{value}}',
  ticket_snooze_changed_cleared: 'заявка снова в\u00A0работе',
  sla_applied: 'действуют сроки «{{value}}»',
  sla_applied_cleared: 'сроки больше не\u00A0действуют',
  sla_warned: 'скоро срок: {{value}}',
  sla_breached: 'срок прошёл: {{value}}',
  sla_met: 'успели в\u00A0срок: {{value}}',
  sla_paused: 'часы стоят: {{value}}',
  sla_resumed: 'часы идут: {{value}}',
  ticket_merged: 'заявка присоединена к\u00A0{{value}}',
  ticket_took_in: 'присоединена заявка {{value}}',
  ticket_merge_undone: 'объединение отменено: {{value}}',
  ticket_split: 'сообщения вынесены в\u00A0{{value}}',
  ticket_split_off: 'заявка выделена из\u00A0{{value}}',
  ticket_split_undone: 'разделение отменено: {{value}}',
  ticket_linked: 'добавлена связь ({{field}}): {{value}}',
  ticket_unlinked: 'убрана связь ({{field}}): {{value}}',
  ticket_time_logged: 'записано время: {{value}}',
  ticket_time_changed: 'время исправлено: {{from}} → {{value}}',
  ticket_time_removed: 'запись времени удалена: {{value}}',
  ticket_call_planned: 'обещан звонок: {{value}}',
  ticket_call_planned_cleared: 'звонок отменён',
  ticket_called_back: 'клиенту перезвонили',
};

export const workReasons = {
  merged: 'присоединена к\u00A0#{{number}}',
  merge_undone: 'объединение отменено',
  reopened_by_merge: 'присоединена открытая заявка #{{number}}',
  messages_came_one: 'перенесено {{count}}\u00A0сообщение',
  messages_came_few: 'перенесено {{count}}\u00A0сообщения',
  messages_came_many: 'перенесено {{count}}\u00A0сообщений',
  messages_came_other: 'перенесено {{count}}\u00A0сообщения',
  messages_returned_one: 'вернулось {{count}}\u00A0сообщение',
  messages_returned_few: 'вернулось {{count}}\u00A0сообщения',
  messages_returned_many: 'вернулось {{count}}\u00A0сообщений',
  messages_returned_other: 'вернулось {{count}}\u00A0сообщения',
  messages_stayed_one: '{{count}}\u00A0сообщение написано позже и\u00A0осталось в\u00A0#{{number}}',
  messages_stayed_few: '{{count}}\u00A0сообщения написаны позже и\u00A0остались в\u00A0#{{number}}',
  messages_stayed_many:
    '{{count}}\u00A0сообщений написаны позже и\u00A0остались в\u00A0#{{number}}',
  messages_stayed_other:
    '{{count}}\u00A0сообщения написаны позже и\u00A0остались в\u00A0#{{number}}',
  snooze_over: 'пришло время',
  woken_by_customer: 'клиент написал',
};

/** Clocks of tickets, in lists and in the ticket. */
export const slaTarget = {
  first_response: 'первый ответ',
  next_response: 'следующий ответ',
  update: 'новости клиенту',
  resolution: 'решение',
};

export const clock = {
  title: 'Сроки',
  left: 'осталось {{left}}',
  soon: 'скоро: {{left}}',
  late: 'опоздание {{late}}',
  paused: 'часы стоят',
  label: '{{target}}: {{words}}',
  day: '{{count}}\u00A0д',
  hour: '{{count}}\u00A0ч',
  minute: '{{count}}\u00A0мин',
};
