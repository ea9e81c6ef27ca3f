export const slaWords = {
  ru: async () => ({ sla: (await import('./words.ru.data.ts')).sla }),
  en: async () => ({ sla: (await import('./words.en.data.ts')).sla }),
};
