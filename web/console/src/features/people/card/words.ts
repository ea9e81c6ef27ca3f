export const cardWords = {
  ru: async () => ({ cards: (await import('./words.ru.data.ts')).cards }),
  en: async () => ({ cards: (await import('./words.en.data.ts')).cards }),
};
