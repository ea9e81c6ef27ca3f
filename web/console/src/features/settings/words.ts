export const settingsWords = {
  ru: async () => ({ settings: (await import('./words.ru.data.ts')).settings }),
  en: async () => ({ settings: (await import('./words.en.data.ts')).settings }),
};
