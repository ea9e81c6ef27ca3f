export type Difference = { field: string; before: string | null; after: string | null };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function flat(value: unknown, path = ''): [string, string][] {
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, each]) =>
      flat(each, path ? `${path}.${key}` : key),
    );
  }
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return value === undefined || path === ''
    ? []
    : [[path, isText ? String(value) : JSON.stringify(value)]];
}

/** What differs between two states of a setting, by field path. */
export function differences(before: unknown, after: unknown): Difference[] {
  const old = new Map(flat(before));
  const now = new Map(flat(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }));
}
