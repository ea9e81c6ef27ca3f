import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { line } from '../../../kernel/text.ts';
import { foundBy } from './found-by.ts';
import { Person } from '../schema.ts';
import { selectPeople, toPerson } from './get-person.ts';

const atMost = 8;
/** More people than this with one beginning: the rest is found by typing on. */
const lookedAt = 200;

/** Whom somebody means while they type a name, a phone, an address; whoever fits best first. */
export const suggestPeople = defineQuery({
  name: 'customers.suggest-people',
  permission: 'person.read',
  input: z.strictObject({ q: line({ max: 200 }) }),
  output: z.object({ items: z.array(Person) }),

  async run({ db, actor }, { q }) {
    if (q.length < 2) {
      return { items: [] };
    }
    const rows = await selectPeople(db, actor.workspaceId)
      .where('person.merged_into_id', 'is', null)
      .where(foundBy(actor.workspaceId, q, lookedAt))
      .limit(lookedAt)
      .execute();
    const people = rows.map(toPerson).map((person) => ({ person, rank: rankOf(person, q) }));
    people.sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name));
    return { items: people.slice(0, atMost).map(({ person }) => person) };
  },
});

/** Exact before begun; among equals whoever matters more, then whoever can be reached. */
function rankOf(person: Person, typed: string): number {
  const text = typed.toLowerCase();
  const digits = typed.replace(/\D/g, '');
  const exact =
    person.name.toLowerCase() === text ||
    person.contacts.some(
      ({ value }) =>
        value.toLowerCase() === text ||
        (digits.length >= 10 && value.replace(/\D/g, '').endsWith(digits.slice(-10))),
    );
  const begins = person.name.toLowerCase().startsWith(text);
  return (exact ? 0 : begins ? 10 : 20) - person.vipLevel - (person.contacts.length > 0 ? 1 : 0);
}
