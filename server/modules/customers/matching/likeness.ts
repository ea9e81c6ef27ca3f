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
  const isAcross =
    own.organizationId !== null &&
    other.organizationId !== null &&
    own.organizationId !== other.organizationId;
  if (isAcross) {
    return [];
  }
  const isColleague = own.organizationId !== null && own.organizationId === other.organizationId;
  const otherScript = scriptOf(own.name) !== scriptOf(other.name);
  const oneWord = !/\S\s+\S/u.test(own.name.trim());
  if (!isColleague && oneWord && (!otherScript || own.name.trim().length < 5)) {
    return [];
  }
  return [
    ...(isColleague ? [{ code: 'organization_name' as const, ...names }] : []),
    ...(otherScript ? [{ code: 'script' as const, ...names }] : []),
    ...(!isColleague && !otherScript ? [{ code: 'name' as const, ...names }] : []),
  ];
}

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
