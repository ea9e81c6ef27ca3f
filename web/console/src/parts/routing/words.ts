export const decisionWords = {
  ru: async () => ({ decision: (await import('./words.ru.data.ts')).decision }),
  en: async () => ({ decision: (await import('./words.en.data.ts')).decision }),
};
