import type { CommandContext } from '../../kernel/commands.ts';
import { isUniqueViolation } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { saveDomains } from './store.ts';

/** A domain stands for one organization; a second claim is refused. */
export async function placeDomains(
  ctx: CommandContext,
  organizationId: string,
  domains: readonly string[],
): Promise<void> {
  try {
    await saveDomains(ctx, organizationId, [...new Set(domains)]);
  } catch (error) {
    throw isUniqueViolation(error)
      ? new Refusal('not_allowed', 'organization.domain_taken')
      : error;
  }
}
