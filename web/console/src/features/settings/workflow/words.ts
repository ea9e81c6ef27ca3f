export const orderWords = {
  ru: async () => ({ order: (await import('./words.ru.data.ts')).order }),
  en: async () => ({ order: (await import('./words.en.data.ts')).order }),
};
