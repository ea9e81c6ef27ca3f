import { ok, warn } from './check.ts';
import type { DoctorCheck, Finding } from './check.ts';
import { inEveryWorkspace } from './mail-checks.ts';

type Counts = { failed: number; late: number; queued: number };

const effects: DoctorCheck = {
  name: { en: 'Rules', ru: 'Правила' },
  look: ({ database }) =>
    inEveryWorkspace(database, async (client) => {
      const there = await client.query<{ found: boolean }>(
        `select to_regclass('rule_effect') is not null as found`,
      );
      if (!there.rows[0]?.found) {
        return [];
      }
      const { rows } = await client.query<Counts>(
        `select count(*) filter (where state = 'failed')::int as failed,
                count(*) filter (where state = 'queued' and created_at < now() - interval '4 hours')::int as late,
                count(*) filter (where state = 'queued')::int as queued
         from rule_effect where state in ('failed', 'queued')`,
      );
      return rows[0] ? findingsOf(rows[0]) : [];
    }),
};

/** A dead address is tried for about three hours: what waits longer, nobody works on. */
function findingsOf({ failed, late, queued }: Counts): Finding[] {
  const findings: Finding[] = [];
  if (failed > 0) {
    findings.push(
      warn(
        `${failed} notes, answers, notices or webhooks of rules could not be done: see Settings → Rules`,
        `не выполнено заметок, ответов, уведомлений и вебхуков правил: ${failed}; см. «Настройки → Правила»`,
      ),
    );
  }
  if (late > 0) {
    findings.push(
      warn(
        `${late} acts of rules have waited for over four hours: is a worker running?`,
        `действия правил ждут дольше четырёх часов: ${late}; запущен ли обработчик?`,
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [ok(`${queued} acts on their way`, `действий в пути: ${queued}`)];
}

export const ruleChecks: readonly DoctorCheck[] = [effects];
