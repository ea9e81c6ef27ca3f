import type { Client } from 'pg';
import { bad, ok, warn } from './check.ts';
import type { DoctorCheck, Finding } from './check.ts';

type Mailbox = {
  readonly address: string | null;
  readonly name: string;
  readonly reads: boolean;
  readonly sends: boolean;
  readonly built_in: boolean;
  readonly state: string;
  readonly code: string | null;
  readonly detail: string | null;
  readonly last_letter_at: Date | null;
  readonly import_state: string | null;
  readonly import_code: string | null;
};

/** Row-level security shows one workspace at a time; says nothing before the first migration. */
export async function inEveryWorkspace(
  database: Client | null,
  look: (database: Client) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const { rows } = (await database?.query<{ there: boolean }>(
    `select count(*) = 2 as there from information_schema.columns
      where (table_name, column_name) in (('channel', 'removed_at'), ('outgoing_letter', 'state'))`,
  )) ?? { rows: [] };
  if (database === null || rows[0]?.there !== true) {
    return [];
  }
  const findings: Finding[] = [];
  const workspaces = await database.query<{ id: string }>('select id from workspace order by id');
  for (const { id } of workspaces.rows) {
    await database.query(`select set_config('otklik.workspace', $1, false)`, [id]);
    findings.push(...(await look(database)));
  }
  return findings;
}

const mailboxes: DoctorCheck = {
  name: { en: 'Mailboxes', ru: 'Почтовые ящики' },
  look: ({ database }) =>
    inEveryWorkspace(database, async (client) => {
      const { rows } = await client.query<Mailbox>(
        `select c.address, c.name, c.built_in, s.state, s.code, s.detail, s.last_letter_at,
                jsonb_typeof(c.settings -> 'imap') = 'object' as reads,
                jsonb_typeof(c.settings -> 'smtp') = 'object' as sends,
                s.import ->> 'state' as import_state, s.import ->> 'code' as import_code
           from channel c join channel_state s using (workspace_id)
          where s.channel_id = c.id and c.kind = 'email' and c.active and c.removed_at is null
          order by c.built_in, c.created_at`,
      );
      return rows.flatMap((mailbox) => [stateOf(mailbox), ...importOf(mailbox)]);
    }),
};

function stateOf(mailbox: Mailbox): Finding {
  const name = mailbox.address ?? mailbox.name;
  if (!mailbox.reads) {
    return mailbox.sends || mailbox.built_in
      ? ok(
          `${name}: takes letters handed over by SMTP`,
          `${name}: принимает письма, переданные по SMTP`,
        )
      : warn(`${name}: has no servers`, `${name}: серверы не указаны`);
  }
  return connectionOf(mailbox, name);
}

function connectionOf({ state, code, detail, last_letter_at: last }: Mailbox, name: string) {
  if (state === 'error') {
    const why = [code, detail].filter(Boolean).join(': ');
    return bad(
      `${name}: ${why}; mend it under Settings → Mailboxes`,
      `${name}: ${why}; исправьте в разделе «Настройки → Почтовые ящики»`,
    );
  }
  if (state !== 'connected') {
    return warn(
      `${name}: not being read now; is Otklik running?`,
      `${name}: сейчас не читается; запущен ли Отклик?`,
    );
  }
  const at = last?.toISOString();
  return ok(
    `${name}: connected, last letter ${at ?? 'none yet'}`,
    `${name}: подключён, последнее письмо: ${at ?? 'ещё не было'}`,
  );
}

function importOf({ address, name, import_state, import_code }: Mailbox): Finding[] {
  const who = address ?? name;
  switch (import_state) {
    case 'failed':
      return [
        warn(
          `${who}: the import of history has failed (${import_code}); it can be gone on with`,
          `${who}: загрузка истории не удалась (${import_code}); её можно продолжить`,
        ),
      ];
    case 'stopped':
      return [
        warn(
          `${who}: the import of history was stopped; it can be gone on with`,
          `${who}: загрузка истории остановлена; её можно продолжить`,
        ),
      ];
    case 'running':
      return [ok(`${who}: history is being brought in`, `${who}: идёт загрузка истории`)];
    default:
      return [];
  }
}

type Counts = { quarantined: number; waiting: number; queued: number; failed: number };

const letters: DoctorCheck = {
  name: { en: 'Letters', ru: 'Письма' },
  look: ({ database }) =>
    inEveryWorkspace(database, async (client) => {
      const { rows } = await client.query<Counts>(
        `select (select count(*)::int from inbound where state = 'quarantined') as quarantined,
                (select count(*)::int from inbound
                  where state = 'received' and due_at < now() - interval '5 minutes') as waiting,
                (select count(*)::int from outgoing_letter where state in ('queued', 'sending')) as queued,
                (select count(*)::int from outgoing_letter where state = 'failed') as failed`,
      );
      return countsOf(rows[0] ?? { quarantined: 0, waiting: 0, queued: 0, failed: 0 });
    }),
};

function countsOf({ quarantined, waiting, queued, failed }: Counts): Finding[] {
  const findings: Finding[] = [];
  if (quarantined > 0) {
    findings.push(
      warn(
        `${quarantined} could not be taken in: look at them under Settings → Quarantine`,
        `не удалось принять: ${quarantined}; посмотрите «Настройки → Карантин»`,
      ),
    );
  }
  if (waiting > 0) {
    findings.push(
      bad(
        `${waiting} have waited for over five minutes to be taken in: see the log of the worker`,
        `ждут приёма дольше пяти минут: ${waiting}; посмотрите журнал`,
      ),
    );
  }
  if (failed > 0) {
    findings.push(
      warn(
        `${failed} answers could not be sent: their authors see why and can send them again`,
        `не удалось отправить ответов: ${failed}; их авторы видят причину и могут повторить`,
      ),
    );
  }
  const none = findings.length === 0;
  const sending = ok(`${queued} on their way out`, `отправляется: ${queued}`);
  return none || queued > 0 ? [...findings, sending] : findings;
}

export const mailChecks: readonly DoctorCheck[] = [mailboxes, letters];
