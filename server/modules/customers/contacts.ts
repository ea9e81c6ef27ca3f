import type { CommandContext } from '../../kernel/commands.ts';
import { isUniqueViolation } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { countryFor } from './countries.ts';
import { normalizeContact } from './rules.ts';
import type { ContactKind } from './schema.ts';
import { contactsOf, deleteContacts, insertContact } from './store.ts';

type Wanted = { kind: ContactKind; value: string };

/** Makes the person's contact points exactly these; one that belongs to somebody else is refused. */
export async function placeContacts(
  ctx: CommandContext,
  personId: string,
  wanted: readonly Wanted[],
): Promise<void> {
  const country = await countryFor(ctx, wanted.some(({ kind }) => kind === 'phone') && 'phone');
  const points = wanted.map(({ kind, value }, index) => {
    const normalized = normalizeContact(kind, value, country);
    if (normalized === null) {
      throw invalid(`contacts.${index}.value`, `not_${kind}`);
    }
    return { kind, value, normalized, key: `${kind}:${normalized}` };
  });
  const present = new Map(
    (await contactsOf(ctx, personId)).map((row) => [`${row.kind}:${row.normalized}`, row]),
  );
  const keys = new Set(points.map(({ key }) => key));
  await deleteContacts(
    ctx,
    [...present].filter(([key]) => !keys.has(key)).map(([, row]) => row.id),
  );
  const added = new Map(points.filter(({ key }) => !present.has(key)).map((p) => [p.key, p]));
  for (const { kind, value, normalized } of added.values()) {
    try {
      await insertContact(ctx, {
        workspace_id: ctx.actor.workspaceId,
        id: newId(),
        person_id: personId,
        kind,
        value,
        normalized,
        created_at: ctx.now,
      });
    } catch (error) {
      throw isUniqueViolation(error, 'contact_once')
        ? new Refusal('not_allowed', 'contact.taken', { detail: value })
        : error;
    }
  }
}
