export const recurringWords = {
  ru: async () => ({ recurring: (await import('./words.ru.data.ts')).recurring }),
  en: async () => ({ recurring: (await import('./words.en.data.ts')).recurring }),
};
