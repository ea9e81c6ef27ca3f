import type { CommandContext } from '../../kernel/commands.ts';
import { invalid } from '../../kernel/errors.ts';
import { readIds } from './queries/read-routing.ts';
import type { RuleDefinition } from './schema.ts';

/** Teams and skills that a rule names are of this company. @throws Refusal with the first that is not, where it stands */
export async function mustNameKnown(
  { tx, actor: { workspaceId } }: CommandContext,
  { steps = [], skills = [] }: Partial<Pick<RuleDefinition, 'steps' | 'skills'>>,
): Promise<void> {
  const teams = new Set(steps.length > 0 ? await readIds(tx, workspaceId, 'team') : []);
  const known = new Set(skills.length > 0 ? await readIds(tx, workspaceId, 'skill') : []);
  const wrong = [
    ...steps.map(({ teamId }, at) => (teams.has(teamId) ? '' : `steps.${at}.teamId`)),
    ...skills.map(({ skillId }, at) => (known.has(skillId) ? '' : `skills.${at}.skillId`)),
  ].find(Boolean);
  if (wrong !== undefined) {
    throw invalid(wrong, 'unknown');
  }
}
