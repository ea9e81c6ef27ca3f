import { scriptOf } from './folding.ts';
import { extensionOf, mailboxOf, phoneOf, type Known } from './keys.ts';

export const likenessCodes = ['phone', 'email', 'organization_name', 'script', 'name'] as const;

/** Why two cards may be one person; `own` and `other` are how the two of them write it. */
export type Likeness = {
  readonly code: (typeof likenessCodes)[number];
  readonly own: string;
  readonly other: string;
};

export type Shared = { readonly kind: 'phone' | 'email' | 'name'; readonly key: string };

/** What the shared keys say about the two; empty when they say nothing, e.g. namesakes of two organizations. */
export function likenessOf(own: Known, other: Known, shared: readonly Shared[]): Likeness[] {
  return shared.flatMap(({ kind, key }) =>
    kind === 'name' ? likeNames(own, other) : (likeContacts(own, other, { kind, key }) ?? []),
  );
}

function likeNames(own: Known, other: Known): Likeness[] {
  const names = { own: own.name, other: other.name };
  const otherScript = scriptOf(own.name) !== scriptOf(other.name);
  switch (placesOf(own, other)) {
    case 'apart':
      return [];
    case 'together':
      return [
        { code: 'organization_name', ...names },
        ...(otherScript ? [{ code: 'script' as const, ...names }] : []),
      ];
    default:
      return isTelling(own.name, otherScript)
        ? [{ code: otherScript ? 'script' : 'name', ...names }]
        : [];
  }
}

/** Whether they work in one organization, in two, or nobody knows. */
function placesOf(own: Known, other: Known): 'together' | 'apart' | 'unknown' {
  if (own.organizationId === null || other.organizationId === null) {
    return 'unknown';
  }
  return own.organizationId === other.organizationId ? 'together' : 'apart';
}

/** One word that both are called by says nothing, unless it is a family name that somebody wrote in another script. */
const isTelling = (name: string, otherScript: boolean): boolean =>
  /\S\s+\S/u.test(name.trim()) || (otherScript && name.trim().length >= 5);

function likeContacts(
  own: Known,
  other: Known,
  { kind, key }: { kind: 'phone' | 'email'; key: string },
): Likeness[] | null {
  const pointOf = ({ contacts }: Known) =>
    contacts.filter((each) =>
      kind === 'email'
        ? each.kind === 'email' && mailboxOf(each.normalized) === key
        : each.kind !== 'email' && phoneOf(each.kind, each.normalized) === key,
    );
  for (const mine of pointOf(own)) {
    for (const theirs of pointOf(other)) {
      const [a, b] = [extensionOf(mine.normalized), extensionOf(theirs.normalized)];
      // Two extensions of one switchboard are two desks.
      if (a === null || b === null || a === b) {
        return [{ code: kind, own: mine.value, other: theirs.value }];
      }
    }
  }
  return null;
}

const weight: Record<Likeness['code'], number> = {
  phone: 40,
  email: 40,
  organization_name: 30,
  script: 15,
  name: 10,
};

/** For the order in which they are offered; at most 100. */
export const strengthOf = (reasons: readonly Likeness[]): number =>
  Math.min(
    100,
    reasons.reduce((sum, { code }) => sum + weight[code], 0),
  );
