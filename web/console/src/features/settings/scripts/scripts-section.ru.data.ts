/** Of the list of settings. */
export const scriptsSection = {
  title: 'Сценарии разговора',
  text: 'Что сказать, что спросить и\u00A0куда ведёт каждый ответ. В\u00A0заявке сценарий стоит сбоку.',
};
