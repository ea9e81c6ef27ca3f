import type { Locale } from '../../lib/api-types.ts';

const parts = { ru: () => import('./words.ru.data.ts'), en: () => import('./words.en.data.ts') };
const wordsIn = (locale: Locale) => async () => {
  const { workflow, tickets } = await parts[locale]();
  return { workflow, tickets };
};

export const workflowWords = { ru: wordsIn('ru'), en: wordsIn('en') };
