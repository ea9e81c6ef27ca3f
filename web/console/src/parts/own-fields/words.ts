export const ownValueWords = {
  ru: async () => ({ ownValues: (await import('./words.ru.data.ts')).ownValues }),
  en: async () => ({ ownValues: (await import('./words.en.data.ts')).ownValues }),
};
