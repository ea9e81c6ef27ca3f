import { StartProblem } from '../../kernel/start-problem.ts';
import { readCertificate } from '../../kernel/certificate-files.ts';
import { bad, ok, warn } from './check.ts';
import type { DoctorCheck, Finding } from './check.ts';

const dayMs = 86_400_000;
const soonDays = 14;

/** STARTTLS of incoming mail: a pair that can be read, fits together and is not about to run out. */
export const certificateCheck: DoctorCheck = {
  name: { en: 'Certificate', ru: 'Сертификат' },
  async look({ config }) {
    const paths = config.smtp.certificate;
    if (paths === null) {
      return [];
    }
    try {
      const { until } = await readCertificate(paths);
      return [lifeOf(paths.cert, until)];
    } catch (error) {
      if (error instanceof StartProblem) {
        return [{ level: 'bad', words: error.sentence }];
      }
      throw error;
    }
  },
};

function lifeOf(path: string, until: Date): Finding {
  const day = until.toISOString().slice(0, 10);
  const left = until.getTime() - Date.now();
  if (left < 0) {
    return bad(
      `${path} ran out on ${day}: renew it, mail servers may refuse it`,
      `срок ${path} истёк ${day}: обновите его, почтовые серверы могут его отвергать`,
    );
  }
  return left < soonDays * dayMs
    ? warn(
        `${path} runs out on ${day}: renew it; Otklik takes the new one by itself`,
        `срок ${path} истекает ${day}: обновите его, новый Отклик возьмёт сам`,
      )
    : ok(`${path} is good until ${day}`, `${path} действует до ${day}`);
}
