import iconv from 'iconv-lite';
import { charsetAliases } from './charset-names.data.ts';

const knownNames = new Map<string, string | null>();

/** Labels are written by broken mailers too: `"utf-8"`, `3Diso-8859-1`, `charset=utf-8`, `utf-8;`, `UTF8-`. */
const bareLabel = (label: string): string =>
  label
    .toLowerCase()
    .replace(/^["'\s]+/, '')
    .replace(/^(?:charset\s*=\s*|3d)+["'\s]*/, '')
    .replace(/["'\s;,(].*$/s, '')
    .replace(/^_+|[_-]+$/g, '');

const whatwgName = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};

/** Names that are read here without a decoder of the platform. */
const ownNames = /^(?:us-ascii|hz|iso-2022-kr|utf-?(?:7|16|32)(?:le|be)?)$/;

/** `iso8859_5`, `windows1251`, `cp-1251`: other spellings of the same name. */
const spellings = (name: string): readonly string[] => {
  const codePage = /^(?:cp|windows|win|x-cp)-?(125\d)$/.exec(name)?.[1];
  const dashed = name
    .replace(/^(iso|windows|utf|koi8|cp)[_ ]?-?(?=[\dru])/, '$1-')
    .replace('cp-', 'cp');
  return codePage === undefined ? [name, dashed] : [`windows-${codePage}`];
};

const lookUp = (label: string): string | null => {
  const bare = bareLabel(label);
  const name = charsetAliases[bare] ?? bare;
  if (ownNames.test(name)) {
    return name;
  }
  for (const spelling of spellings(name)) {
    const found = whatwgName(spelling) ?? (iconv.encodingExists(spelling) ? spelling : null);
    if (found !== null) {
      return found;
    }
  }
  return null;
};

/** The one name of a charset, `us-ascii` included; null when the label is missing, unknown or means nothing. */
export const charsetName = (label: string | null | undefined): string | null => {
  if (label === null || label === undefined || label === '' || label.length > 80) {
    return null;
  }
  const known = knownNames.get(label);
  if (known !== undefined) {
    return known;
  }
  const name = lookUp(label);
  if (knownNames.size < 500) {
    knownNames.set(label, name);
  }
  return name;
};
