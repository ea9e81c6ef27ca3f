import { readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { names, sentences, subjects } from '../load/words.data.ts';
import * as statements from './sql.data.ts';

export type Size = {
  tickets: number;
  agents: number;
  teams: number;
  people: number;
  /** The day of the first ticket, and over how many days they come. */
  since: string;
  days: number;
};

const dayMs = 86_400_000;

/** `days`: the last ones until today; else three years that are over. */
export function sizeOf(tickets: number, days?: number): Size {
  return {
    tickets,
    agents: 200,
    teams: 20,
    people: Math.min(100_000, Math.max(500, tickets / 10)),
    since:
      days === undefined
        ? '2023-11-01'
        : new Date(Date.now() - (days + 1) * dayMs).toISOString().slice(0, 10),
    days: days ?? 1_095,
  };
}

const chunk = 25_000;
const organizations = 5_000;
const everyName = names.ru.first.concat(names.en.first as never);
const everySentence = [...sentences.ru, ...sentences.en];

type Tell = (text: string) => void;

/**
 * Fills the one workspace of a database with tickets; when it was broken off, it goes on where it stopped. As superuser:
 * row-level security and foreign keys are not asked three million times what is right by construction.
 */
export async function fill(
  adminUrl: string,
  size: Size,
  { dataDir, tell }: { dataDir: string; tell: Tell },
) {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set work_mem = '64MB'; ${statements.functions}`);
    const workspaceId = await only(client, 'select id as value from workspace');
    const channelId = await only(client, 'select id as value from channel limit 1');
    const isWhole = await only(client, `select count(*) as value from ticket`);
    if (Number(isWhole) >= size.tickets) {
      return;
    }
    await setStage(client, workspaceId, size);
    const indexes = await dropIndexes(client, dataDir);
    await addTickets(client, { workspaceId, channelId, size, tell });
    for (const definition of indexes) {
      tell(`making ${/INDEX (\S+)/.exec(definition)?.[1]}`);
      await client.query(definition.replace(' INDEX ', ' INDEX IF NOT EXISTS '));
    }
    await client.query('delete from ticket_tally');
    await client.query(statements.tally, [workspaceId]);
    await client.query(statements.tallyEdition, [workspaceId]);
    const sequence = `ticket_number_${workspaceId.replaceAll('-', '')}`;
    await client.query(`select setval('${sequence}', $1)`, [size.tickets]);
    tell('gathering statistics');
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    await rm(indexFile(dataDir), { force: true });
  } finally {
    await client.end();
  }
}

async function only(client: Client, text: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(text);
  if (rows[0] === undefined) {
    throw new Error(`nothing was found by: ${text}`);
  }
  return rows[0].value;
}

async function setStage(client: Client, workspaceId: string, size: Size): Promise<void> {
  const { agents, teams, people } = size;
  const done = await only(client, 'select count(*) as value from team');
  if (Number(done) > 0) {
    return;
  }
  await client.query('begin');
  await client.query(statements.users, [workspaceId, agents]);
  await client.query(statements.teams, [workspaceId, teams]);
  await client.query(statements.members, [workspaceId, agents, teams]);
  await client.query(statements.organizations, [workspaceId, organizations]);
  await client.query(statements.people, [workspaceId, people, organizations, everyName]);
  await client.query(statements.contacts, [workspaceId, people]);
  await client.query(statements.categories, [workspaceId]);
  await client.query('commit');
}

const indexFile = (dataDir: string) => join(dataDir, 'bench-indexes.json');

/** Remembered beside the data before they are dropped: a broken-off run must be able to make them again. */
async function dropIndexes(client: Client, dataDir: string): Promise<string[]> {
  const path = indexFile(dataDir);
  if (!existsSync(path)) {
    const { rows } = await client.query<{ name: string; definition: string }>(
      statements.secondaryIndexes,
      [statements.filledTables],
    );
    await writeFile(path, JSON.stringify(rows));
  }
  const kept = JSON.parse(await readFile(path, 'utf8')) as { name: string; definition: string }[];
  for (const { name } of kept) {
    await client.query(`drop index if exists ${name}`);
  }
  return kept.map(({ definition }) => definition);
}

type Filling = { workspaceId: string; channelId: string; size: Size; tell: Tell };

async function addTickets(client: Client, { workspaceId, channelId, size, tell }: Filling) {
  const { tickets, people, agents, teams, since, days } = size;
  let first = Number(
    await only(client, 'select coalesce(max(number), 0) + 1 as value from ticket'),
  );
  while (first <= tickets) {
    const last = Math.min(first + chunk - 1, tickets);
    await client.query('begin');
    // Numbers of ours, not parameters: a statement that makes a table takes none.
    const drawn = { 2: first, 3: last, 4: tickets, 5: people, 6: agents, 7: teams };
    const values = { ...drawn, 8: since, 9: days };
    await client.query(
      statements.drawn.replaceAll(/\$(\d)/g, (_, at) => String(values[at as '2'])),
    );
    await client.query(statements.tickets, [
      workspaceId,
      subjects.ru,
      subjects.en,
      channelId,
      organizations,
      everySentence,
    ]);
    await client.query(statements.messages, [workspaceId, channelId, everySentence]);
    await client.query(statements.references, [workspaceId]);
    await client.query(statements.events, [workspaceId]);
    await client.query('commit');
    first = last + 1;
    tell(`${last} of ${tickets} tickets`);
  }
}
