/** What an event of a day is called in other programs; the name of the day, where it has one, stands in front. */
export const dayWords = {
  en: { off: 'Day off', hours: 'Other hours', short: 'Short day', working: 'Working day' },
  ru: { off: 'Выходной', hours: 'Другие часы', short: 'Сокращённый день', working: 'Рабочий день' },
} as const;
