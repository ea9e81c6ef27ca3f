import type { Reader } from '../../../kernel/database.ts';
import { readConditionNames, saidCondition, type Condition } from '../../tickets/public.ts';
import { fieldsOfPart } from '../deciding/compile.ts';
import { otherTeam, type Decision, type KeptDecision, type KeptPassed } from '../decision.ts';
import type { RoutingTables } from '../schema.ts';

type Passed = Decision['passed'][number];
type Edition = { readonly id: string; readonly name: string; readonly condition: Condition };

/** Decisions of the history with the rules that were passed by, in the words that they had then; who they name is called as now. */
export async function readWhole(
  db: Reader,
  workspaceId: string,
  kept: readonly KeptDecision[],
): Promise<Decision[]> {
  const numbers = kept.flatMap(({ passed }) => passed.filter(isShort).map(([number]) => number));
  const editions = await readEditions(db, workspaceId, [...new Set(numbers)]);
  const conditions = [...editions.values()].map(({ condition }) => condition);
  const names = await readConditionNames(db, workspaceId, conditions);
  const whole = ([number, part]: KeptPassed): Passed[] => {
    const edition = editions.get(number);
    if (!edition) {
      return [];
    }
    const { id, name, condition } = edition;
    return part === otherTeam
      ? [{ id, name, why: 'team', failed: [] }]
      : [
          {
            id,
            name,
            why: 'condition',
            failed: fieldsOfPart(condition, part).map((leaf) => saidCondition(leaf, names)),
          },
        ];
  };
  return kept.map((decision) => ({
    ...decision,
    passed: decision.passed.flatMap((each) => (isShort(each) ? whole(each) : [each])),
  }));
}

const isShort = (passed: KeptPassed | Passed): passed is KeptPassed => Array.isArray(passed);

async function readEditions(
  db: Reader,
  workspaceId: string,
  numbers: readonly number[],
): Promise<Map<number, Edition>> {
  if (numbers.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<RoutingTables>()
    .selectFrom('routing_rule_edition')
    .select(['number', 'rule_id as id', 'name', 'condition'])
    .where('workspace_id', '=', workspaceId)
    .where('number', 'in', numbers)
    .execute();
  return new Map(rows.map(({ number, ...edition }) => [number, edition]));
}
