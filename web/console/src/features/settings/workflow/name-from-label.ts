const latin: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезийклмнопрстуфыэ'].map((letter, at) => [letter, 'abvgdeziyklmnoprstufye'[at] ?? '']),
  ),
  ё: 'e',
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ь: '',
  ю: 'yu',
  я: 'ya',
};
const mostLetters = 40;

/** A name for programs, by what people call a field: latin letters, digits and `_`, beginning with a letter; may be empty. */
export function nameFromLabel(label: string): string {
  const spelled = [...label.normalize('NFKC').toLowerCase()].map(
    (letter) => latin[letter] ?? letter,
  );
  return spelled
    .join('')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, mostLetters)
    .replace(/_+$/, '');
}
