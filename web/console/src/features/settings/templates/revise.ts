import type { Template } from '../../../lib/api-types.ts';

const dayMs = 86_400_000;
const unusedDays = 180;
const oldDays = 365;

/** Why somebody should look at a template again; null: it is in use and fresh. */
export function toRevise(
  { createdAt, lastUsedAt, changedAt }: Pick<Template, 'createdAt' | 'lastUsedAt' | 'changedAt'>,
  now: Date,
): 'unused' | 'old' | null {
  const daysSince = (at: string) => (now.getTime() - new Date(at).getTime()) / dayMs;
  if (daysSince(lastUsedAt ?? createdAt) > unusedDays && daysSince(changedAt) > unusedDays) {
    return 'unused';
  }
  return daysSince(changedAt) > oldDays ? 'old' : null;
}
