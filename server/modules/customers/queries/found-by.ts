import { sql, type RawBuilder } from 'kysely';
import { wantedBy, type Wanted } from '../matching/finding.ts';

/** After every string that begins so, in the order of bytes. */
const afterAll = (beginning: string): string => `${beginning}\u{10ffff}`;

/**
 * A condition on `person`. Whoever has no keys yet (a moment after their first letter) is looked at by name and address
 * themselves; they are few. `atMost`: of so many who fit, those whose word or number is nearest to what was typed.
 */
export function foundBy(workspaceId: string, typed: string, atMost?: number): RawBuilder<boolean> {
  const [first, ...others] = wantedBy(typed);
  if (!first) {
    return sql<boolean>`false`;
  }
  const also = others.map(
    (each) =>
      sql`and person_id in (select person_id from person_key where ${haveKey(workspaceId, each)})`,
  );
  const nearest = atMost === undefined ? sql`` : sql`order by key limit ${atMost}`;
  const byKeys = first.beginnings.map(
    (each) => sql`(select person_id from person_key
      where ${haveKey(workspaceId, { ...first, beginnings: [each] })} ${sql.join(also, sql` `)} ${nearest})`,
  );
  const like = `%${typed
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  // One list of ids, so that the few who fit are looked up; with an `or` everybody would be looked at.
  return sql<boolean>`person.id in (
    ${sql.join(byKeys, sql` union `)}
    union
    select fresh.id from person fresh where fresh.workspace_id = ${workspaceId} and fresh.matched_at is null
      and (lower(fresh.name) like ${like} or exists (select 1 from contact where contact.workspace_id = fresh.workspace_id
        and contact.person_id = fresh.id and contact.normalized like ${like})))`;
}

function haveKey(workspaceId: string, { kind, beginnings }: Wanted) {
  const ranges = beginnings.map((each) => sql`(key >= ${each} and key < ${afterAll(each)})`);
  return sql`workspace_id = ${workspaceId} and kind = ${kind} and (${sql.join(ranges, sql` or `)})`;
}
