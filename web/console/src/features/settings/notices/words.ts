export const toldWords = {
  ru: async () => ({ told: (await import('./words.ru.data.ts')).told }),
  en: async () => ({ told: (await import('./words.en.data.ts')).told }),
};
