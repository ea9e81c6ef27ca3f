import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportIdIn } from '../../../kernel/export-mark.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let lead: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  lead = await company.hire('lead', { name: 'Pyotr' });
  for (let n = 0; n < 5; n += 1) {
    await agent.call('POST /tickets', {
      subject: n === 0 ? '=HYPERLINK("http://evil.test")' : `Printer ${n}`,
      body: 'It jams',
      requester: { email: `rita${n}@requester.test`, name: `Rita ${n}` },
      priority: n < 2 ? 'high' : 'low',
    });
  }
});
afterAll(() => world.close());

const administrator = () => company.administrator;
const linesOf = (text: string) => text.trimEnd().split('\r\n');

describe.each([
  ['tickets', 'Printer 3'],
  ['people', 'Rita 3'],
] as const)('exporting %s', (of, held) => {
  test('needs a right of its own, even of who sees everything', async () => {
    for (const by of [agent, lead]) {
      expect((await by.call(`GET /${of}/export`)).body.detail).toBe(`export.${of}`);
    }
  });

  test('is noted in the audit log, and any copied part leads to its entry', async () => {
    const { status, headers, bytes } = await administrator().call(`GET /${of}/export`);
    const text = bytes.toString('utf8');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(linesOf(text)).toHaveLength(of === 'people' ? 7 : 7);
    expect(text).toContain(held);
    const row = linesOf(text)[1] ?? '';
    expect(exportIdIn(row)).not.toBeNull();
    const { body } = await administrator().call(`GET /audit?mark=${encodeURIComponent(row)}`);
    expect(body.items).toMatchObject([
      { action: `${of}.exported`, actor: { id: administrator().id }, subject: { kind: 'export' } },
    ]);
    expect((await administrator().call('GET /audit?mark=Rita')).body.items).toEqual([]);
  });
});

test('tickets are those of the filter; what would be a formula is none', async () => {
  const { bytes } = await administrator().call('GET /tickets/export?priority=high');
  const lines = linesOf(bytes.toString('utf8'));
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""http://evil.test"")`);
  const { body } = await administrator().call('GET /audit?action=tickets.exported&limit=1');
  expect(body.items[0].after).toEqual({ priority: ['high'] });
});

test('what cannot be asked for is refused before anything leaves, and not noted', async () => {
  const noted = () => administrator().call('GET /audit?action=tickets.exported&limit=200');
  const { length } = (await noted()).body.items;
  const { status, body } = await administrator().call('GET /tickets/export?view=no-such-view');
  expect([status, body.code]).toEqual([404, 'view.not_found']);
  expect((await noted()).body.items).toHaveLength(length);
  expect((await agent.call('GET /tickets/export?view=no-such-view')).status).toBe(403);
});
