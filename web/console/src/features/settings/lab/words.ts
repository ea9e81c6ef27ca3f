export const labWords = {
  ru: async () => ({ lab: (await import('./words.ru.data.ts')).lab }),
  en: async () => ({ lab: (await import('./words.en.data.ts')).lab }),
};
