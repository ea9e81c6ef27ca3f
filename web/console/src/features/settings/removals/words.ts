export const removalWords = {
  ru: async () => ({ removals: (await import('./words.ru.data.ts')).removals }),
  en: async () => ({ removals: (await import('./words.en.data.ts')).removals }),
};
