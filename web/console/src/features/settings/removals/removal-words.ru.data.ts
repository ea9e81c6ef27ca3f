/** Where a setting was taken out, and how the two pages of what was are called. */
export const removalSaid = {
  removeName: '{{act}}: {{name}}',
  removed: 'Удалено: «{{name}}»',
  putBack: 'Возвращено: «{{name}}»',
};

export const removalsSection = {
  removals: {
    title: 'Недавно удалённое',
    text: 'Что удалили в\u00A0настройках за\u00A0последние 30\u00A0дней, и\u00A0как это вернуть.',
  },
};

export const auditSection = {
  audit: {
    title: 'Журнал изменений',
    text: 'Кто, когда и\u00A0какую настройку изменил: было и\u00A0стало.',
  },
};
