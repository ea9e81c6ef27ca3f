export const noticeWords = {
  ru: async () => ({ notices: (await import('./words.ru.data.ts')).notices }),
  en: async () => ({ notices: (await import('./words.en.data.ts')).notices }),
};
