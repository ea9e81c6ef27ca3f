export const callWords = {
  ru: async () => ({ calls: (await import('./words.ru.data.ts')).calls }),
  en: async () => ({ calls: (await import('./words.en.data.ts')).calls }),
};
