export const organizationWords = {
  ru: async () => ({ organizations: (await import('./words.ru.data.ts')).organizations }),
  en: async () => ({ organizations: (await import('./words.en.data.ts')).organizations }),
};
