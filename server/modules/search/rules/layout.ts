const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

const toCyrillic = new Map([...latin].map((key, at) => [key, cyrillic[at] ?? key]));
const toLatin = new Map([...cyrillic].map((key, at) => [key, latin[at] ?? key]));

/**
 * What the same keys give in the other layout: ghbdtn → привет, руддщ → hello. Null where the text has letters of
 * neither or of both, so that nobody typed it in one wrong layout.
 */
export function otherLayout(text: string): string | null {
  const hasLatin = /[a-z]/i.test(text);
  const hasCyrillic = /[а-яё]/i.test(text);
  if (hasLatin === hasCyrillic) {
    return null;
  }
  const map = hasLatin ? toCyrillic : toLatin;
  return [...text].map((key) => map.get(key) ?? key).join('');
}
