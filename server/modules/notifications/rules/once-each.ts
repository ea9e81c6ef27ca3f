import type { Topic } from '../topics.data.ts';
import type { Telling } from './telling.ts';

export type PersonTold = Telling & { readonly userId: string };

/** The same fact may come to a person by several ways; the nearest to them tells it. */
const nearness: readonly Topic[] = ['mention', 'noted', 'customer-wrote', 'assigned'];
const distance = ({ topic }: Telling): number => {
  const at = nearness.indexOf(topic);
  return at === -1 ? nearness.length : at;
};

/** Each person once for a fact. */
export function onceEach(tellings: readonly Telling[]): PersonTold[] {
  const told = new Map<string, PersonTold>();
  for (const one of tellings) {
    for (const userId of one.userIds) {
      const key = `${userId} ${one.fact}`;
      const known = told.get(key);
      if (!known || distance(one) < distance(known)) {
        told.set(key, { ...one, userId });
      }
    }
  }
  return [...told.values()];
}
