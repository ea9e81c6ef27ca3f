import type { MergedFields } from './card-tables.ts';
import { wordsOfName } from './matching/folding.ts';

/** What the kept card says after another one was merged into it: its own word first, gaps filled from the other. */
export function absorbed(kept: MergedFields, merged: MergedFields): MergedFields {
  const hasOrganization = kept.organization_id !== null;
  const hasQuiet = kept.quiet_from !== null;
  return {
    // "+7 912…" or an address gives way to a name.
    name: wordsOfName(kept.name).length > 0 ? kept.name : merged.name,
    organization_id: hasOrganization ? kept.organization_id : merged.organization_id,
    branch_id: hasOrganization ? kept.branch_id : merged.branch_id,
    locale: kept.locale ?? merged.locale,
    note: noteOf(kept.note, merged.note),
    vip_level: Math.max(kept.vip_level, merged.vip_level),
    favourite_channel: kept.favourite_channel ?? merged.favourite_channel,
    time_zone: kept.time_zone ?? merged.time_zone,
    quiet_from: hasQuiet ? kept.quiet_from : merged.quiet_from,
    quiet_to: hasQuiet ? kept.quiet_to : merged.quiet_to,
  };
}

const maxNote = 20_000;

function noteOf(kept: string, merged: string): string {
  if (!kept || !merged || kept === merged) {
    return kept || merged;
  }
  return `${kept}\n\n${merged}`.slice(0, maxNote);
}

/** Undo: what the merge changed goes back, what people changed after it stays. */
export function givenBack(
  now: MergedFields,
  { before, after }: { before: MergedFields; after: MergedFields },
): MergedFields {
  const restored = { ...now };
  for (const field of Object.keys(before) as (keyof MergedFields)[]) {
    if (now[field] === after[field]) {
      Object.assign(restored, { [field]: before[field] });
    }
  }
  // Quiet hours and branch make sense only as they were together.
  if (restored.organization_id !== now.organization_id && restored.branch_id === now.branch_id) {
    restored.branch_id = before.branch_id;
  }
  return (restored.quiet_from === null) === (restored.quiet_to === null)
    ? restored
    : { ...restored, quiet_from: now.quiet_from, quiet_to: now.quiet_to };
}

export function mergedFieldsOf(row: MergedFields): MergedFields {
  return {
    name: row.name,
    organization_id: row.organization_id,
    branch_id: row.branch_id,
    locale: row.locale,
    note: row.note,
    vip_level: row.vip_level,
    favourite_channel: row.favourite_channel,
    time_zone: row.time_zone,
    quiet_from: row.quiet_from,
    quiet_to: row.quiet_to,
  };
}
