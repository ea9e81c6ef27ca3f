import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { actionOf, type Route } from '../../kernel/routes.ts';
import { Removed, RemovedIfThere } from '../../kernel/removals/removal-kinds.ts';
import { describedApp } from '../../test/described-app.ts';
import { samples } from '../../test/route-samples.ts';
import { makeThings, uploaded, type Things } from '../../test/route-things.ts';
import { openWorld, type World } from '../../test/world.ts';

/** What is taken away for good, and why there is no way back here. */
const final: Readonly<Record<string, string>> = {
  'DELETE /session': 'Whoever signs out signs in again.',
  'DELETE /sessions': 'The same.',
  'DELETE /sessions/:id': 'The same.',
  'DELETE /totp': 'It is set up anew, with a new secret.',
  'DELETE /tokens/:id': 'A key that was ended must stay dead.',
  'DELETE /me/devices/:deviceId': 'A browser asks anew whether it may call.',
  'DELETE /teams/:id':
    'Whole trees hang below it; one that was ever used cannot be removed at all.',
  'DELETE /roles/:id': 'Rights must not come back by a click; a used one cannot be removed at all.',
  'DELETE /demo': 'Made anew by one click.',
  'DELETE /lab/runs/:runId': 'A result, not a setting: the same run can be started anew.',
  'DELETE /inbound/:inboundId': 'Asks before, and is about one letter.',
  'DELETE /channels/:channelId/import': 'Stops what goes on; it can be started again.',
  'DELETE /absences/:absenceId':
    'Called off, not removed: it stays in the list and is entered anew.',
  'DELETE /people/:personId/different/:otherId': 'Is itself the way back.',
  'DELETE /people/:personId/merges/:mergeId': 'Is itself the way back.',
  'DELETE /branches/:branchId': 'Of one customer, edited on their card.',
  'DELETE /legal-entities/:entityId': 'Of one customer, edited on their card.',
  'DELETE /tasks/:taskId': 'Of one ticket, which has a way back of its own.',
  'DELETE /time/:entryId': 'Of one ticket.',
  'DELETE /reminders/:reminderId': 'Of one ticket.',
  'DELETE /tickets/:ticketId/snooze': 'Of one ticket.',
  'DELETE /tickets/:ticketId/spam': 'Of one ticket; is itself the way back.',
  'DELETE /tickets/:ticketId/links/:linkId': 'Of one ticket.',
  'DELETE /tickets/:ticketId/followers/:userId': 'Of one ticket; followed again by one click.',
  'DELETE /tickets/:ticketId/messages/:messageId': 'Is itself the way back.',
  'DELETE /tickets/:ticketId/planned/:plannedId': 'Its text goes back to the writer.',
};

type Kind = {
  readonly kind: string;
  /** Where it is listed. */
  readonly list: `/${string}`;
  /** Makes more of it than the sample does: whatever hangs on it. */
  readonly enrich?: (things: Things, id: string) => Promise<void>;
};

const said = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> =>
  expect(await answer).toMatchObject({ status: expect.toSatisfy((status) => status < 300) });

const kinds: Readonly<Record<string, Kind>> = {
  'DELETE /rules/:ruleId': {
    kind: 'rule',
    list: '/rules',
    async enrich({ administrator: { call }, world: { admin }, company, ticket }, id) {
      await said(call(`PATCH /rules/${id}`, { name: 'Second version' }));
      await admin.query('insert into rule_timer values ($1, $2, $3, now())', [
        company.id,
        id,
        ticket,
      ]);
    },
  },
  'DELETE /routing-rules/:ruleId': { kind: 'routing-rule', list: '/routing-rules' },
  'DELETE /skills/:skillId': {
    kind: 'skill',
    list: '/skills',
    enrich: ({ administrator, agent }, skillId) =>
      said(
        administrator.call(`PATCH /routing-agents/${agent.id}`, {
          skills: [{ skillId, level: 4 }],
        }),
      ),
  },
  'DELETE /sla-policies/:policyId': { kind: 'sla-policy', list: '/sla-policies' },
  'DELETE /templates/:templateId': {
    kind: 'template',
    list: '/templates',
    async enrich({ administrator, ticket }, id) {
      const files = [await uploaded(administrator)];
      await said(administrator.call(`PATCH /templates/${id}`, { files }));
      await said(administrator.call(`POST /templates/${id}/use`, { ticketId: ticket }));
    },
  },
  'DELETE /macros/:macroId': {
    kind: 'macro',
    list: '/macros',
    async enrich({ administrator, ticket }, id) {
      await said(administrator.call(`PATCH /macros/${id}`, { digit: 7 }));
      await said(administrator.call(`POST /tickets/${ticket}/macros/${id}`, {}));
    },
  },
  'DELETE /talk-scripts/:scriptId': { kind: 'script', list: '/talk-scripts' },
  'DELETE /ticket-templates/:templateId': {
    kind: 'ticket-template',
    list: '/ticket-templates',
    async enrich({ administrator, agent, team, category, company, world: { admin } }, templateId) {
      const named = { assigneeId: agent.id, teamId: team, categoryId: category };
      await said(administrator.call(`PATCH /ticket-templates/${templateId}`, named));
      const schedule = { rrule: 'FREQ=DAILY', from: '2026-01-01', at: '09:00', zone: 'UTC' };
      const { body } = await administrator.call('POST /recurrences', { ...schedule, templateId });
      await admin.query(
        `insert into ticket_recurrence_run values ($1, $2, '2026-01-02', 'missed', null, null, now())`,
        [company.id, body.id],
      );
    },
  },
  'DELETE /recurrences/:recurrenceId': { kind: 'recurrence', list: '/recurrences' },
  'DELETE /fields/:fieldId': { kind: 'field', list: '/fields' },
  'DELETE /checklists/:checklistId': { kind: 'checklist', list: '/checklists' },
  'DELETE /calendars/:calendarId': {
    kind: 'calendar',
    list: '/calendars',
    enrich: ({ administrator, team }, id) =>
      said(administrator.call(`PATCH /calendars/${id}`, { teamIds: [team] })),
  },
  'DELETE /duty/:dutyId': { kind: 'duty', list: '/duty' },
  'DELETE /views/:viewId': { kind: 'view', list: '/views' },
  'DELETE /categories/:categoryId': { kind: 'category', list: '/categories' },
  'DELETE /channels/:channelId': { kind: 'channel', list: '/channels' },
  'DELETE /forms/:formId': { kind: 'form', list: '/forms' },
  'DELETE /signatures/:team': { kind: 'signature', list: '/signatures' },
  'DELETE /block-list/:entryId': { kind: 'block-entry', list: '/block-list' },
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

test('whatever is removed can be put back, or it is said here why not', () => {
  const deleting = describedApp().routes.filter(({ method }) => method === 'DELETE');
  const undone = deleting.filter((route) => {
    const { output } = actionOf(route);
    return output === Removed || output === RemovedIfThere;
  });
  expect(undone.map(nameOf).toSorted()).toEqual(Object.keys(kinds).toSorted());
  const rest = deleting.filter((route) => !undone.includes(route));
  expect(rest.map(nameOf).toSorted()).toEqual(Object.keys(final).toSorted());
});

let world: World;
let things: Things;
beforeAll(async () => {
  world = await openWorld();
  things = await makeThings(world, await world.found());
});
afterAll(() => world.close());

/** Where settings are kept, with what hangs on them; other tables are written in the background, too. */
const settings = new RegExp(
  `^(${[
    'rule|rule_version|rule_timer|routing_rule|skill|agent_skill|sla_policy|calendar|team_calendar',
    'template.*|macro.*|talk_script|ticket_template|ticket_recurrence.*|signature|saved_view|category',
    'field_definition|checklist|duty.*|work_schedule|channel|form|block_entry|own_status|workflow',
  ].join('|')})$`,
);

/** A category counts its changes. */
async function everything(): Promise<unknown> {
  const { rows } = await world.admin.query<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  );
  const tables = rows.map(({ name }) => name).filter((name) => settings.test(name));
  const { rows: found } = await world.admin.query(
    tables
      .map(
        (name) =>
          `select '${name}' as name, jsonb_agg(to_jsonb(t) ${name === 'category' ? "- 'version'" : ''} order by to_jsonb(t)::text) as rows
           from ${name} t where workspace_id = $1`,
      )
      .join(' union all '),
    [things.company.id],
  );
  return found;
}

const read = async (path: `/${string}`) => (await things.administrator.call(`GET ${path}`)).body;

describe.each(Object.entries(kinds))('%s', (at, { kind, list, enrich }) => {
  test('can be undone: everything is the very same as before, and the log says so', async () => {
    const { call } = things.administrator;
    const { path = {} } = await samples[at]!(things);
    const id = Object.values(path)[0] as string;
    await enrich?.(things, id);
    const before = { all: await everything(), list: await read(list) };

    const removed = await call(at.replace(/:\w+/, id) as 'DELETE /x');
    expect(removed).toMatchObject({ status: 200, body: { removalId: expect.any(String) } });
    expect(await read(list)).not.toEqual(before.list);
    const { removalId } = removed.body as { removalId: string };
    const shown = { id: removalId, kind, removedBy: 'Anna' };
    expect((await read('/removals')).items[0]).toMatchObject(shown);

    const restored = await call(`POST /removals/${removalId}/restore`);
    expect(restored).toMatchObject({ status: 200, body: { kind } });
    expect(await everything()).toEqual(before.all);
    const versionless =
      kind === 'category' ? (text: string) => text.replace(/"version":\d+/g, '') : String;
    expect(versionless(JSON.stringify(await read(list)))).toBe(
      versionless(JSON.stringify(before.list)),
    );
    const { rows } = await world.admin.query<{ action: string }>(
      'select action from audit_entry where workspace_id = $1 order by id desc limit 1',
      [things.company.id],
    );
    expect(kind === 'view' ? 'restored' : rows[0]?.action).toMatch(/restored$/);

    expect(await call(`POST /removals/${removalId}/restore`)).toMatchObject({
      status: 409,
      body: { code: 'removal.restored' },
    });
    expect((await read('/removals')).items).not.toContainEqual(expect.objectContaining(shown));
  });
});

test('who may not change a kind neither sees it among the removed nor puts it back', async () => {
  const { call } = things.administrator;
  const { path = {} } = await samples['DELETE /rules/:ruleId']!(things);
  const { body } = await call(`DELETE /rules/${path['ruleId']}`);
  const other = await things.company.hire({ permissions: ['ticket.read', 'calendar.change'] });
  expect((await other.call('GET /removals')).body).toEqual({ items: [], next: null });
  expect(await other.call(`POST /removals/${body.removalId}/restore`)).toMatchObject({
    status: 403,
    body: { code: 'permission.missing', detail: 'rule.change' },
  });
  const foreign = await world.found();
  expect((await foreign.administrator.call('GET /removals')).body.items).toEqual([]);
  for (const id of [body.removalId, newId()]) {
    expect(await foreign.administrator.call(`POST /removals/${id}/restore`)).toMatchObject({
      status: 404,
      body: { code: 'removal.not_found' },
    });
  }
});
