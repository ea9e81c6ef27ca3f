import { charsetName } from '../charset/charset-names.ts';
import type { MimePart } from './mime-tree.ts';

/** Says more than ASCII or UTF-8, which are told by the octets themselves. */
const tellingName = (label: string | undefined): string | null => {
  const name = charsetName(label);
  return name === 'us-ascii' || name === 'utf-8' ? null : name;
};

const ofParts = (part: MimePart): string | null => {
  const own = tellingName(part.typeParameters.get('charset'));
  if (own !== null) {
    return own;
  }
  for (const child of part.children) {
    const found = ofParts(child);
    if (found !== null) {
      return found;
    }
  }
  return null;
};

const firstWord = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?[BQ]\?/i;

const ofEncodedWords = ({ fields }: MimePart): string | null => {
  for (const { name, value } of fields) {
    const isText = name === 'subject' || name === 'from' || name === 'to';
    const found = isText ? tellingName(firstWord.exec(value.slice(0, 2000))?.[1]) : null;
    if (found !== null) {
      return found;
    }
  }
  return null;
};

/** The first charset that the letter declares anywhere: what is undeclared or raw in it is usually written in that. */
export const letterCharset = (root: MimePart): string | null =>
  ofParts(root) ?? ofEncodedWords(root);
