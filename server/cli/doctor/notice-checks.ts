import { ok, warn } from './check.ts';
import type { DoctorCheck, Finding } from './check.ts';
import { inEveryWorkspace } from './mail-checks.ts';

type Counts = { failed: number; late: number; waiting: number };

const notices: DoctorCheck = {
  name: { en: 'Notifications', ru: 'Уведомления' },
  look: ({ database }) =>
    inEveryWorkspace(database, async (client) => {
      const there = await client.query<{ found: boolean }>(
        `select to_regclass('notice_dispatch') is not null as found`,
      );
      if (!there.rows[0]?.found) {
        return [];
      }
      const { rows } = await client.query<Counts>(
        `select count(*) filter (where state = 'failed')::int as failed,
                count(*) filter (where state <> 'failed' and due_at < now() - interval '15 minutes')::int as late,
                count(*) filter (where state <> 'failed')::int as waiting
         from notice_dispatch where state in ('waiting', 'sending', 'failed')`,
      );
      return rows[0] ? findingsOf(rows[0]) : [];
    }),
};

/** Whatever is due is taken within seconds: what waits longer, nobody works on. */
function findingsOf({ failed, late, waiting }: Counts): Finding[] {
  const findings: Finding[] = [];
  if (failed > 0) {
    findings.push(
      warn(
        `${failed} reached nobody: see Settings → Failed notifications, they can be sent again there`,
        `не дошло: ${failed}; смотрите «Настройки → Сбои уведомлений», там их можно отправить снова`,
      ),
    );
  }
  if (late > 0) {
    findings.push(
      warn(
        `${late} have been due for over fifteen minutes: is a worker running?`,
        `ждут отправки дольше пятнадцати минут: ${late}; запущен ли обработчик?`,
      ),
    );
  }
  return findings.length > 0 ? findings : [ok(`${waiting} on their way`, `в пути: ${waiting}`)];
}

export const noticeChecks: readonly DoctorCheck[] = [notices];
