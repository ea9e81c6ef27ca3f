import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal, type FieldError } from '../../../kernel/errors.ts';
import { definePoint } from '../../../kernel/extension-points.ts';
import type { TicketType } from '../schema.ts';
import { noOwnFields, type OwnFields, type OwnValues } from './own-values.ts';

/** Whoever keeps the definitions of own fields. */
export type OwnFieldSource = (ctx: CommandContext) => Promise<OwnFields>;
export const ownFieldSources = definePoint<OwnFieldSource>('tickets.own-fields');

/** Of values that no ticket has yet. */
export type PlannedValues = {
  /** Where the value of a name stands in what was asked. */
  readonly at: (name: string) => string;
  readonly values: OwnValues;
  /** Null: it will be written to tickets of any type. */
  readonly type: TicketType | null;
};

const wrongOwnValue = 'own_field.wrong_value';

/** What a ticket could not be given now is refused where it is planned: in a rule, a template, a script. @throws Refusal */
export async function mustBeOwnValues(
  ctx: CommandContext,
  planned: readonly PlannedValues[],
): Promise<void> {
  const [source] = ctx.contributions(ownFieldSources);
  const fields = source && planned.length > 0 ? await source(ctx) : noOwnFields;
  const errors = new Map<string, FieldError>();
  for (const { at, values, type } of planned) {
    for (const { field: name, code } of fields.problems({ after: values, type })) {
      const field = at(name.slice('fields.'.length));
      errors.set(`${field} ${code}`, { field, code });
    }
  }
  if (errors.size > 0) {
    throw new Refusal('not_allowed', wrongOwnValue, { errors: [...errors.values()] });
  }
}
