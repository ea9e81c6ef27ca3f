export const guideWords = {
  ru: async () => ({ guide: (await import('./words.ru.data.ts')).guide }),
  en: async () => ({ guide: (await import('./words.en.data.ts')).guide }),
};
