/** Of a form whose setting others change at the same time. */
export const meanwhile = {
  changed: 'Пока вы писали, это изменили. Написанное вами на\u00A0месте.',
  theirs: 'Показать, как стало',
  mine: 'Оставить моё',
};
