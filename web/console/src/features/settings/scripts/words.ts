export const scriptWords = {
  ru: async () => ({ scripts: (await import('./words.ru.data.ts')).scripts }),
  en: async () => ({ scripts: (await import('./words.en.data.ts')).scripts }),
};
