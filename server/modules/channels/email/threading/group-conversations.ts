import { threadKeys, type Referring } from './thread-keys.ts';

/** Sets of numbers that are joined pair by pair. No recursion: a thread may be fifty thousand letters long. */
class JoinedSets {
  private readonly parents: number[] = [];

  add(): number {
    this.parents.push(this.parents.length);
    return this.parents.length - 1;
  }

  rootOf(member: number): number {
    let root = member;
    while (this.parents[root] !== root) {
      const grandparent = this.parents[this.parents[root] ?? root] ?? root;
      this.parents[root] = grandparent;
      root = grandparent;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [low, high] = [this.rootOf(one), this.rootOf(other)].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    this.parents[high] = low;
  }
}

/**
 * Conversations of an import: letters that are joined by their ids, also by the id of a letter that is missing, and
 * never by their subjects. Loops and doubles are tolerated; every letter is in exactly one conversation. In the order
 * of the letters.
 */
export const groupConversations = <Mail extends Referring>(
  letters: readonly Mail[],
): readonly (readonly Mail[])[] => {
  const sets = new JoinedSets();
  const byId = new Map<string, number>();
  const memberOf = (id: string): number => {
    const known = byId.get(id);
    const member = known ?? sets.add();
    byId.set(id, member);
    return member;
  };
  const members = letters.map((letter) => {
    const member = letter.messageId === null ? sets.add() : memberOf(letter.messageId);
    for (const key of threadKeys(letter)) {
      sets.join(member, memberOf(key));
    }
    return member;
  });
  const conversations = new Map<number, Mail[]>();
  for (const [index, letter] of letters.entries()) {
    const root = sets.rootOf(members[index] ?? index);
    const known = conversations.get(root);
    if (known === undefined) {
      conversations.set(root, [letter]);
    } else {
      known.push(letter);
    }
  }
  return [...conversations.values()];
};
