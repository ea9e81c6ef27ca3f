const pairs =
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya';
const letters = new Map<string, string>();
const list = pairs.split(' ');
for (let at = 0; at < list.length; at += 2) {
  letters.set(list[at] ?? '', list[at + 1] ?? '');
}

/** As names are written in addresses and abroad. */
export const inLatin = (text: string): string =>
  [...text]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const latin = letters.get(lower);
      if (latin === undefined) {
        return letter;
      }
      return lower === letter ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    })
    .join('');
