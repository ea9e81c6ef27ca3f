export const ruleWords = {
  ru: async () => ({ rules: (await import('./words.ru.data.ts')).rules }),
  en: async () => ({ rules: (await import('./words.en.data.ts')).rules }),
};
