export type Difference = {
  /** Names of fields from the outside in, e.g. `settings`, `imap`, `host`. */
  readonly path: readonly string[];
  /** Undefined: there was none; null: nothing was set. */
  readonly before: unknown;
  readonly after: unknown;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something that is known by its name. */
export const isNamed = (value: unknown): value is { id: string; name: string } =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';

/** Nobody wants to read them: what a thing is called stands above the changes. */
const unread = new Set(['id', 'version', 'slug', 'sessionId', 'createdAt', 'updatedAt']);

type Leaf = { readonly path: readonly string[]; readonly value: unknown };

function leavesOf(value: unknown, path: readonly string[] = []): Leaf[] {
  if (isRecord(value) && !(path.length > 0 && isNamed(value))) {
    return Object.entries(value)
      .filter(([key]) => !unread.has(key))
      .flatMap(([key, each]) => leavesOf(each, [...path, key]));
  }
  return value === undefined || path.length === 0 ? [] : [{ path, value }];
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Something new without a value is no news. */
const isSame = (was: Leaf | undefined, is: Leaf | undefined): boolean =>
  JSON.stringify(was?.value) === JSON.stringify(is?.value) ||
  ((was === undefined || is === undefined) && isNothing((was ?? is)?.value));

/** What differs between two states of a setting, field by field. */
export function differences(before: unknown, after: unknown): Difference[] {
  const byPath = (leaves: readonly Leaf[]) =>
    new Map(leaves.map((leaf) => [leaf.path.join('.'), leaf] as const));
  const [old, now] = [byPath(leavesOf(before)), byPath(leavesOf(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const path = (is ?? was)?.path ?? [];
    return isSame(was, is) ? [] : [{ path, before: was?.value, after: is?.value }];
  });
}
