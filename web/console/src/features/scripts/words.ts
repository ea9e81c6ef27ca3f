export const talkWords = {
  ru: async () => ({ talk: (await import('./words.ru.data.ts')).talk }),
  en: async () => ({ talk: (await import('./words.en.data.ts')).talk }),
};
