import { sql, type Selectable } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { permissionsOf, type IdentityTables } from '../../identity/public.ts';
import { noCategories, readCompileOptions, readConditionNames } from '../../tickets/public.ts';
import {
  compileRouting,
  type Agent,
  type CompiledRouting,
  type StoredRule,
} from '../deciding/compile.ts';
import type { RoutingTables } from '../schema.ts';

export type RuleRow = Selectable<RoutingTables['routing_rule']>;

/** In the order in which they are asked. */
export const selectRules = (db: Reader, workspaceId: string) =>
  db
    .withTables<RoutingTables>()
    .selectFrom('routing_rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id');

export const readRuleRows = (db: Reader, workspaceId: string): Promise<RuleRow[]> =>
  selectRules(db, workspaceId).execute();

export const storedOf = ({ id, name, enabled, condition, skills, steps }: RuleRow): StoredRule => ({
  id,
  name,
  enabled,
  condition,
  skills,
  steps,
});

type RoleKey = IdentityTables['role']['key'];

type AgentRow = {
  id: string;
  name: string;
  name_key: string;
  active: boolean;
  key: RoleKey;
  permissions: string[];
  team_ids: string[];
  capacity: number | null;
  skills: Record<string, number>;
};

/** What somebody needs to work on a ticket that they are given. */
const workRights = ['ticket.reply', 'ticket.change'].map((key) => ({ key, group: 'tickets' }));

/** `nameKey`: by what they are in order. */
export type ReadAgent = Agent & { readonly name: string; readonly nameKey: string };
export type AgentPage = {
  readonly after: readonly [string, string] | null;
  readonly atMost: number;
};

/** Everybody, deactivated people too: the answer to "why not Anna" is that she has left. A page is of those who are active. */
export async function readAgents(
  db: Reader,
  workspaceId: string,
  page?: AgentPage,
): Promise<ReadAgent[]> {
  const [name, id] = page?.after ?? [null, null];
  const { rows } = await sql<AgentRow>`
    select person.id, person.name, lower(person.name) as name_key, person.active, role.key, role.permissions, capacity.capacity,
      array(select member.team_id from team_member member where member.workspace_id = ${workspaceId}
        and member.user_id = person.id order by member.team_id) as team_ids,
      coalesce((select jsonb_object_agg(own.skill_id, own.level) from agent_skill own
        where own.workspace_id = ${workspaceId} and own.user_id = person.id), '{}') as skills
    from user_account person
    join role on role.workspace_id = person.workspace_id and role.id = person.role_id
    left join agent_capacity capacity on capacity.workspace_id = person.workspace_id and capacity.user_id = person.id
    where person.workspace_id = ${workspaceId} and (person.active or ${page === undefined})
      and (${id}::uuid is null or (lower(person.name), person.id) > (${name}::text, ${id}::uuid))
    order by lower(person.name), person.id limit ${page?.atMost ?? null}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameKey: row.name_key,
    active: row.active,
    mayTake: permissionsOf(row, workRights).length === workRights.length,
    teamIds: row.team_ids,
    capacity: row.capacity,
    skills: new Map(Object.entries(row.skills)),
  }));
}

async function readNamed(
  db: Reader,
  workspaceId: string,
  table: 'team' | 'skill',
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(db);
  return rows;
}

export const readIds = async (
  db: Reader,
  workspaceId: string,
  table: 'team' | 'skill',
): Promise<string[]> => (await readNamed(db, workspaceId, table)).map(({ id }) => id);

export async function readCompiled(db: Reader, workspaceId: string): Promise<CompiledRouting> {
  const rows = await readRuleRows(db, workspaceId);
  const rules = rows.map((row) => ({ ...storedOf(row), edition: row.edition }));
  return compiledWith(db, workspaceId, rules);
}

/** With other rules than those that are stored: what a draft would do. */
export async function compiledWith(
  db: Reader,
  workspaceId: string,
  rules: readonly StoredRule[],
): Promise<CompiledRouting> {
  if (rules.length === 0) {
    const nothing = { agents: [], teamIds: [], skillIds: [] };
    const [called, names] = [new Map<string, string>(), new Map<never, never>()];
    const options = { timeZone: 'UTC', categories: noCategories };
    return compileRouting({ rules, ...nothing, called, names, ...options });
  }
  const conditions = rules.map(({ condition }) => condition);
  const agents = await readAgents(db, workspaceId);
  const teams = await readNamed(db, workspaceId, 'team');
  return compileRouting({
    rules,
    agents,
    teamIds: teams.map(({ id }) => id),
    skillIds: await readIds(db, workspaceId, 'skill'),
    called: new Map([...agents, ...teams].map(({ id, name }) => [id, name])),
    names: await readConditionNames(db, workspaceId, conditions),
    ...(await readCompileOptions(db, workspaceId, conditions)),
  });
}
