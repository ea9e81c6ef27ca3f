/** What the first screen can do without: it comes right after it. Names that are there already are added to. */
export const laterWords = {
  ru: async () => ({
    ...(await import('./words.ru.data.ts')),
    errors: (await import('./errors.ru.data.ts')).errors,
  }),
  en: async () => ({
    ...(await import('./words.en.data.ts')),
    errors: (await import('./errors.en.data.ts')).errors,
  }),
};
