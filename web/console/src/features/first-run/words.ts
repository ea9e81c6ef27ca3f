export const firstRunWords = {
  ru: async () => ({ firstRun: (await import('./words.ru.data.ts')).firstRun }),
  en: async () => ({ firstRun: (await import('./words.en.data.ts')).firstRun }),
};
