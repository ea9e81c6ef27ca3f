export const spamWords = {
  ru: async () => ({ spam: (await import('./words.ru.data.ts')).spam }),
  en: async () => ({ spam: (await import('./words.en.data.ts')).spam }),
};
