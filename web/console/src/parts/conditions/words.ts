export const conditionWords = {
  ru: async () => ({ conditions: (await import('./words.ru.data.ts')).conditions }),
  en: async () => ({ conditions: (await import('./words.en.data.ts')).conditions }),
};
