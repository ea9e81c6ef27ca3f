export const newTicketWords = {
  ru: async () => ({ newTicket: (await import('./words.ru.data.ts')).newTicket }),
  en: async () => ({ newTicket: (await import('./words.en.data.ts')).newTicket }),
};
