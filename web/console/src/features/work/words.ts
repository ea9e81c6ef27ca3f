export const workWords = {
  ru: async () => ({ work: (await import('./words.ru.data.ts')).work }),
  en: async () => ({ work: (await import('./words.en.data.ts')).work }),
};
