export const searchWords = {
  ru: async () => ({ search: (await import('./words.ru.data.ts')).search }),
  en: async () => ({ search: (await import('./words.en.data.ts')).search }),
};
