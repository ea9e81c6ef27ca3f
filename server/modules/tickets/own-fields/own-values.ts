import type { FieldError } from '../../../kernel/errors.ts';
import type { TicketType } from '../schema.ts';
import { isOfType, type OwnField } from './own-field.ts';
import { problemOfOwnValue, tidyOwnValue } from './own-value.ts';

export type OwnValues = Readonly<Record<string, unknown>>;

/** What is about to stand on a ticket; `type` null: of any. */
export type AskedValues = {
  readonly before?: OwnValues;
  readonly after: OwnValues;
  readonly type: TicketType | null;
};

/** The own fields of a company, compiled. */
export type OwnFields = {
  readonly known: ReadonlyMap<string, OwnField>;
  /** Whether tickets of this type have it. */
  has(name: string, type: TicketType): boolean;
  /** The values as their fields keep them; null: they are so already. */
  tidy(before: OwnValues, after: OwnValues): Record<string, unknown> | null;
  /**
   * What is wrong with the values that are new: not of the field's kind, of a field that was removed or is for other types.
   * What stood there before is left in peace, and so is what programs keep under names that no field has.
   */
  problems(asked: AskedValues): FieldError[];
};

type Stored = {
  readonly known: ReadonlyMap<string, OwnField>;
  /** Names of fields that were removed: what stands under them stays, and nothing new is written there. */
  readonly removed: ReadonlySet<string>;
};

export const compileOwnFields = (stored: Stored): OwnFields => ({
  known: stored.known,
  has(name, type) {
    const field = stored.known.get(name);
    return field !== undefined && isOfType(field, type);
  },
  tidy: (before, after) => tidied(before, after, stored),
  problems: (asked) => problemsOf(asked, stored),
});

export const noOwnFields = compileOwnFields({ known: new Map(), removed: new Set() });

/** Names whose values are not what they were. */
const written = (before: OwnValues, after: OwnValues): string[] =>
  before === after
    ? []
    : Object.keys(after).filter(
        (name) =>
          after[name] !== before[name] &&
          JSON.stringify(after[name]) !== JSON.stringify(before[name]),
      );

function tidied(
  before: OwnValues,
  after: OwnValues,
  { known }: Stored,
): Record<string, unknown> | null {
  const changed = written(before, after).flatMap((name): [string, unknown][] => {
    const field = known.get(name);
    const value = field && tidyOwnValue(field, after[name]);
    return field && value !== after[name] ? [[name, value]] : [];
  });
  return changed.length === 0
    ? null
    : Object.fromEntries(
        Object.entries({ ...after, ...Object.fromEntries(changed) }).filter(
          ([, value]) => value !== null,
        ),
      );
}

function problemsOf(
  { before = {}, after, type }: AskedValues,
  { known, removed }: Stored,
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
