import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal, type FieldError } from '../../../kernel/errors.ts';
import { ownFieldSources, type TicketType } from '../../tickets/public.ts';
import type { FormOwnField } from './schema.ts';

type Asking = {
  readonly type: TicketType;
  readonly ownFields: readonly FormOwnField[];
  /** Asked until now: one of these that was removed since is left out, since nobody can see it to take it away. */
  readonly before?: readonly FormOwnField[] | undefined;
};

/** What a form asks of what its tickets can have. @throws Refusal that says which own field is gone, or of another type */
export async function askable(
  ctx: CommandContext,
  { type, ownFields, before = [] }: Asking,
): Promise<FormOwnField[]> {
  const [source] = ctx.contributions(ownFieldSources);
  if (!source || ownFields.length === 0) {
    return [];
  }
  const { known, has } = await source(ctx);
  const asked = ownFields.filter(
    ({ name }) => known.has(name) || !before.some((each) => each.name === name),
  );
  const errors = asked.flatMap(({ name }, at): FieldError[] =>
    has(name, type)
      ? []
      : [{ field: `ownFields.${at}`, code: known.has(name) ? 'of_another_type' : 'removed' }],
  );
  if (errors.length > 0) {
    throw new Refusal('invalid', 'input.invalid', { errors });
  }
  return asked;
}
