import type { DraftChange } from '../schema.ts';

type Placed = Pick<DraftChange, 'id' | 'definition' | 'place'>;

/** A list of settings with what the draft changes put where the draft wants it, one after the other. */
export function inPlace<T extends { readonly id: string }>(
  list: readonly T[],
  changes: readonly Placed[],
  /** Of what is added, in the order of the changes. */
  addedIds: readonly string[],
): readonly T[] {
  const left = [...addedIds];
  return changes.reduce<readonly T[]>((ordered, { id, definition, place }) => {
    const own = id ?? (definition ? left.shift() : undefined);
    const moved = ordered.find((one) => one.id === own);
    if (place === undefined || moved === undefined) {
      return ordered;
    }
    const others = ordered.filter((one) => one !== moved);
    return [...others.slice(0, place - 1), moved, ...others.slice(place - 1)];
  }, list);
}
