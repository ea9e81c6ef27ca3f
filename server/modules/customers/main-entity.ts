import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { mustBeRight } from './requisites/must-be-right.ts';
import { findFirstEntity, insertEntity, saveEntity } from './place-store.ts';

/** The INN of an organization, said in one word, is that of its first legal entity, which is made when there is none. */
export async function placeInn(
  ctx: CommandContext,
  organization: { id: string; name: string },
  inn: string | null,
): Promise<void> {
  const known = await findFirstEntity(ctx, organization.id);
  const kind = inn?.length === 12 ? ('entrepreneur' as const) : ('company' as const);
  if (known) {
    if (known.inn !== inn) {
      const changed = { ...known, inn, version: known.version + 1 };
      mustBeRight(changed);
      await saveEntity(ctx, changed);
    }
    return;
  }
  if (inn !== null) {
    mustBeRight({ kind, inn, kpp: null, ogrn: null });
    await insertEntity(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      organization_id: organization.id,
      kind,
      name: organization.name,
      inn,
      kpp: null,
      ogrn: null,
      address: '',
      version: 1,
      created_at: ctx.now,
    });
  }
}
