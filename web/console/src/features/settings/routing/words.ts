export const routingWords = {
  ru: async () => ({ routing: (await import('./words.ru.data.ts')).routing }),
  en: async () => ({ routing: (await import('./words.en.data.ts')).routing }),
};
