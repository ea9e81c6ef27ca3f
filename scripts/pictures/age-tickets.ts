import { Client } from 'pg';
import type { Story } from './story.ts';

const minutesBetweenMessages = 11;

/**
 * Spreads over some days before `now` what was filled in within seconds. The past refuses changes, so triggers are set
 * aside: this is for pictures only.
 */
export async function ageTickets(adminUrl: string, story: Story, now: Date): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const values = story.requests.map(({ subject, minutesAgo }) => ({ subject, minutesAgo }));
    await client.query(`set session_replication_role = replica`);
    await client.query(
      `create temp table moved as
       select m.id, m.ticket_id, m.created_at as was, $3::timestamptz - make_interval(mins => s."minutesAgo"
         + ($2 * (row_number() over (partition by m.ticket_id order by m.id desc) - 1))::int) as becomes
       from message m join ticket t on t.id = m.ticket_id
       join jsonb_to_recordset($1::jsonb) as s(subject text, "minutesAgo" int) on s.subject = t.subject`,
      [JSON.stringify(values), minutesBetweenMessages, now],
    );
    await client.query(
      `update event e set at = e.at + (select becomes - was from moved
         where moved.ticket_id = e.ticket_id and was <= e.at order by was desc limit 1)
       where exists (select from moved where moved.ticket_id = e.ticket_id)`,
    );
    await client.query(
      `update ticket t set created_at = s.first, updated_at = s.last, last_message_at = s.last
       from (select ticket_id, min(becomes) as first, max(becomes) as last from moved group by 1) s
       where s.ticket_id = t.id`,
    );
    await client.query(
      `update message m set created_at = becomes from moved where moved.id = m.id`,
    );
    await client.query(
      `update channel_state set last_letter_at = $1::timestamptz - interval '1 minute' where last_letter_at is not null`,
      [now],
    );
  } finally {
    await client.end();
  }
}
