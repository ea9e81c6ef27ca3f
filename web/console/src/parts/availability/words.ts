export const availabilityWords = {
  ru: async () => {
    const { availability, errors } = await import('./words.ru.data.ts');
    return { availability, errors };
  },
  en: async () => {
    const { availability, errors } = await import('./words.en.data.ts');
    return { availability, errors };
  },
};
