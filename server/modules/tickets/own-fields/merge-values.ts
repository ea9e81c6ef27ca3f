import type { OwnValues } from './own-values.ts';

/** A field set to null is emptied; the others stay. */
export const mergeValues = (before: OwnValues, asked: OwnValues): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...before, ...asked }).filter(([, value]) => value !== null));

/** What has to be asked for so that `before` becomes `after`. */
export const askedValues = (before: OwnValues, after: OwnValues): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      sameValue(before[name], after[name]) ? [] : [[name, after[name] ?? null]],
    ),
  );

export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

type Restored = {
  readonly values: Record<string, unknown>;
  /** Names of fields that hold what somebody else has written since. */
  readonly kept: readonly string[];
};

/** Takes back, name by name, what made `after` of `before`. */
export function restoreValues(
  now: OwnValues,
  { before, after }: { readonly before: OwnValues; readonly after: OwnValues },
): Restored {
  const changed = Object.keys(askedValues(before, after));
  const isKept = (name: string) =>
    !sameValue(now[name], after[name]) && !sameValue(now[name], before[name]);
  const back = changed.filter((name) => !isKept(name)).map((name) => [name, before[name] ?? null]);
  return {
    values: mergeValues(now, Object.fromEntries(back) as OwnValues),
    kept: changed.filter(isKept),
  };
}
