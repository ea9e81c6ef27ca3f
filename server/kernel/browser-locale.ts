/** The first of ru and en by the browser's own order; English when neither is named. */
export function localeOf(acceptLanguage: string | undefined): 'ru' | 'en' {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.find((option) => option.trim().startsWith('q='))?.split('=')[1];
      return { language: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) || 0 };
    })
    .toSorted((a, b) => b.q - a.q);
  const russianReaders = new Set(['ru', 'be', 'kk', 'ky', 'tg']);
  for (const { language } of wanted) {
    if (language === 'en') {
      return 'en';
    }
    if (russianReaders.has(language)) {
      return 'ru';
    }
  }
  return 'en';
}
