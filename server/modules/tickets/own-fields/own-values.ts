import type { FieldError } from '../../../kernel/errors.ts';
import type { TicketType } from '../schema.ts';
import { isOfType, type OwnField } from './own-field.ts';
import { problemOfOwnValue, tidyOwnValue } from './own-value.ts';

/** The own fields of a company by their names. */
export type OwnFields = {
  readonly known: ReadonlyMap<string, OwnField>;
  /** Names of fields that were removed: what stands under them stays, and nothing new is written there. */
  readonly removed: ReadonlySet<string>;
};

export const noOwnFields: OwnFields = { known: new Map(), removed: new Set() };

export type OwnValues = Readonly<Record<string, unknown>>;

/** Names whose values are not what they were. */
const written = (before: OwnValues, after: OwnValues): string[] =>
  before === after
    ? []
    : Object.keys(after).filter(
        (name) =>
          after[name] !== before[name] &&
          JSON.stringify(after[name]) !== JSON.stringify(before[name]),
      );

/** The values as their fields keep them; null: they are so already. */
export function tidyOwnValues(
  before: OwnValues,
  after: OwnValues,
  { known }: OwnFields,
): Record<string, unknown> | null {
  const tidied = written(before, after).flatMap((name): [string, unknown][] => {
    const field = known.get(name);
    const value = field && tidyOwnValue(field, after[name]);
    return field && value !== after[name] ? [[name, value]] : [];
  });
  return tidied.length === 0
    ? null
    : Object.fromEntries(
        Object.entries({ ...after, ...Object.fromEntries(tidied) }).filter(
          ([, value]) => value !== null,
        ),
      );
}

/**
 * What is wrong with the values that are new: not of the field's kind, of a field that was removed or is for other types. What
 * stood there before is left in peace, and so is what programs keep under names that no field has. `type` null: of any.
 */
export function problemsOfOwnValues(
  { before = {}, after, type }: { before?: OwnValues; after: OwnValues; type: TicketType | null },
  { known, removed }: OwnFields,
): FieldError[] {
  return written(before, after).flatMap((name): FieldError[] => {
    if (after[name] === null || after[name] === undefined) {
      return [];
    }
    const field = known.get(name);
    if (!field) {
      return removed.has(name) ? [{ field: `fields.${name}`, code: 'removed' }] : [];
    }
    const code =
      type !== null && !isOfType(field, type)
        ? 'of_another_type'
        : problemOfOwnValue(field, tidyOwnValue(field, after[name]));
    return code === null ? [] : [{ field: `fields.${name}`, code }];
  });
}
