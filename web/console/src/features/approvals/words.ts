export const approvalWords = {
  ru: async () => ({ approvals: (await import('./words.ru.data.ts')).approvals }),
  en: async () => ({ approvals: (await import('./words.en.data.ts')).approvals }),
};
