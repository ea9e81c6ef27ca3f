export const newTicket = {
  template: 'Шаблон заявки',
  noTemplate: 'Без шаблона',
  also: 'Из шаблона также: {{what}}',
};
