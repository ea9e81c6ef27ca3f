import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { effectiveHours, readWorkspaceCalendars } from '../../calendars/public.ts';
import { readCompileOptions, type Condition } from '../../tickets/public.ts';
import { readPolicies, type PolicyRow } from '../queries/read-policies.ts';
import { compileSla, type SlaSettings } from '../settings.ts';
import type { SlaDraft } from './schema.ts';

const newPolicy = '00000000-0000-0000-0000-000000000000';

/** The settings in force, and the same with the draft in its place. */
export async function readBothSettings(
  db: Reader,
  workspaceId: string,
  draft: SlaDraft,
): Promise<{ current: SlaSettings; draft: SlaSettings }> {
  const rows = await readPolicies(db, workspaceId);
  const calendars = await readWorkspaceCalendars(db, workspaceId);
  const asks = [...rows.map(({ condition }) => condition), ...conditionsIn(draft)];
  const options = await readCompileOptions(db, workspaceId, asks);
  const current = compileSla(rows, calendars, options);
  if ('policy' in draft) {
    const { calendarId: asked } = draft.policy;
    mustBe(asked === null || calendars.hours.has(asked), 'calendar.not_found');
    const changed = withPolicy(rows, draft.policy, workspaceId);
    return { current, draft: compileSla(changed, calendars, options) };
  }
  const { calendarId, days, teamIds, ...hours } = draft.calendar;
  mustBe(calendars.hours.has(calendarId), 'calendar.not_found');
  const own = Object.fromEntries(Object.entries(days).filter(([, rule]) => rule !== null));
  const asked = effectiveHours({ ...hours, days: own } as Parameters<typeof effectiveHours>[0]);
  const changed = {
    ...calendars,
    hours: new Map([...calendars.hours, [calendarId, asked]]),
    byTeam: teamIds ? withTeams(calendars.byTeam, { calendarId, teamIds }) : calendars.byTeam,
  };
  return { current, draft: compileSla(rows, changed, options) };
}

const conditionsIn = (draft: SlaDraft): Condition[] =>
  'policy' in draft ? [draft.policy.condition] : [];

function mustBe(known: boolean, code: string): void {
  if (!known) {
    throw new Refusal('not_found', code);
  }
}

type Working = { readonly calendarId: string; readonly teamIds: readonly string[] };

const withTeams = (byTeam: ReadonlyMap<string, string>, { calendarId, teamIds }: Working) =>
  new Map([
    ...[...byTeam].filter(([, id]) => id !== calendarId),
    ...teamIds.map((teamId) => [teamId, calendarId] as const),
  ]);

type PolicyDraft = Extract<SlaDraft, { policy: unknown }>['policy'];

function withPolicy(
  rows: readonly PolicyRow[],
  { policyId, calendarId, byTeam, ...asked }: PolicyDraft,
  workspaceId: string,
): PolicyRow[] {
  const known = rows.find(({ id }) => id === policyId);
  if (policyId !== null && !known) {
    throw new Refusal('not_found', 'sla_policy.not_found');
  }
  const changed: PolicyRow = {
    ...(known ?? {
      workspace_id: workspaceId,
      id: newPolicy,
      name: '',
      position: Number.MAX_SAFE_INTEGER,
      version: 1,
      created_at: new Date(0),
    }),
    ...asked,
    calendar_id: calendarId,
    by_team: byTeam,
  };
  return known ? rows.map((row) => (row.id === policyId ? changed : row)) : [...rows, changed];
}
