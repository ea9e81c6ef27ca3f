import { Client } from 'pg';

/** What the database holds, asked as its superuser. */
export async function withDatabase<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Evidence = {
  /** How many incoming messages carry a Message-ID. */
  readonly messages: ReadonlyMap<string, number>;
  /** Letters known and not yet dealt with. */
  readonly waiting: number;
  readonly quarantined: number;
  readonly tickets: number;
};

export async function readEvidence(adminUrl: string): Promise<Evidence> {
  return withDatabase(adminUrl, async (client) => {
    // In this order: a letter dealt with between the two is seen as a message, not as missing.
    const { rows } = await client.query<Record<'waiting' | 'quarantined' | 'tickets', number>>(
      `select (select count(*)::int from inbound where state = 'received') as waiting,
              (select count(*)::int from inbound where state = 'quarantined') as quarantined,
              (select count(*)::int from ticket) as tickets`,
    );
    const [counts] = rows;
    if (!counts) {
      throw new Error('the database has not answered');
    }
    const messages = await client.query<{ id: string; n: number }>(
      `select mail->>'messageId' as id, count(*)::int as n from message
       where direction = 'in' and mail->>'messageId' is not null group by 1`,
    );
    return { messages: new Map(messages.rows.map(({ id, n }) => [id, n])), ...counts };
  });
}
