/** The words of everything before the desk is usable; lazy parts bring their own. */
export const dictionary = {
  ru: async () => (await import('./words-ru.ts')).words,
  en: async () => (await import('./words-en.ts')).words,
};
