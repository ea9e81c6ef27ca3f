export const clockPanelWords = {
  ru: async () => ({ clocks: (await import('./words.ru.data.ts')).clocks }),
  en: async () => ({ clocks: (await import('./words.en.data.ts')).clocks }),
};
