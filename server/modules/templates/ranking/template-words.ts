import { replaceCode } from '../../../kernel/liquid/code-spans.ts';
import type { Template } from '../schema.ts';
import { stemsOf, type Ranked } from './rank-templates.ts';

const known = new Map<string, Omit<Ranked, 'uses'>>();
const remembered = 5_000;

/** The words of a template, read once for each of its versions. */
export function wordsOfTemplate({ id, version, name, tags, text, uses }: Template): Ranked {
  const key = `${id} ${version}`;
  const before = known.get(key);
  if (before) {
    return { ...before, uses };
  }
  if (known.size >= remembered) {
    known.clear();
  }
  const stems = (said: string) => new Set(stemsOf(withoutCode(said)).map(({ stem }) => stem));
  const read = {
    id,
    nameStems: stems(`${name} ${tags.join(' ')}`),
    textStems: stems(`${text.ru?.body ?? ''}\n${text.en?.body ?? ''}`),
  };
  known.set(key, read);
  return { ...read, uses };
}

const withoutCode = (said: string): string => replaceCode(said, () => ' ');
