/** A category → those right below it. */
export type CategoryTree = ReadonlyMap<string, readonly string[]>;

export const noCategories: CategoryTree = new Map();

export const categoryTree = (
  rows: readonly { readonly id: string; readonly parentId: string | null }[],
): CategoryTree =>
  new Map(
    [...Map.groupBy(rows, ({ parentId }) => parentId ?? '')].map(([parentId, below]) => [
      parentId,
      below.map(({ id }) => id),
    ]),
  );

/** Who asks for a topic means its parts too: these, and everything below them. */
export function withBelow(tree: CategoryTree, ids: Iterable<string>): ReadonlySet<string> {
  // A set goes on to what is added to it meanwhile, and comes to nothing twice.
  const all = new Set(ids);
  for (const id of all) {
    for (const below of tree.get(id) ?? []) {
      all.add(below);
    }
  }
  return all;
}
