import { parseArgs } from 'node:util';
import type { Config, SetupAnswers } from '../kernel/config.ts';
import { Refusal } from '../kernel/errors.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import type { FirstWorkspace, Founded } from '../modules/identity/public.ts';

type Parts = { readonly identity: { setUp(wanted: FirstWorkspace): Promise<Founded> } };

/**
 * The first run from the environment. Safe to repeat: an installation that has a workspace is left as it is.
 * @returns whether a workspace was made now
 * @throws StartProblem
 */
export async function setUpUnattended(
  parts: Parts,
  { setup }: Pick<Config, 'setup'>,
): Promise<boolean> {
  return setup !== null && setUp(parts, setup);
}

/**
 * `otklik setup --company NAME --email ADDRESS --password PASSWORD [--locale ru|en]`, each also by its variable.
 * @throws StartProblem
 */
export async function runSetup(
  parts: Parts,
  { setup }: Pick<Config, 'setup'>,
  { args, write }: { args: string[]; write: (text: string) => void },
): Promise<number> {
  const asked = { ...setup, ...read(args) };
  const answers = { ...defaults[asked.locale ?? 'en'], ...asked };
  if (!('email' in answers && 'password' in answers)) {
    throw problem(
      'setup needs --email and --password, or OTKLIK_SETUP_EMAIL and OTKLIK_SETUP_PASSWORD.',
      'Команде setup нужны --email и --password или OTKLIK_SETUP_EMAIL и OTKLIK_SETUP_PASSWORD.',
    );
  }
  const made = await setUp(parts, answers as SetupAnswers);
  write(made ? `${answers.workspace}: ${answers.email}\n` : alreadyDone[answers.locale]);
  return 0;
}

const defaults = {
  en: { workspace: 'Otklik', locale: 'en' },
  ru: { workspace: 'Отклик', locale: 'ru' },
} as const;

function read(args: string[]): Partial<SetupAnswers> {
  const text = { type: 'string' } as const;
  const options = { company: text, email: text, password: text, locale: text };
  try {
    const { company, locale, ...rest } = parseArgs({ args, options }).values;
    return {
      ...rest,
      ...(company !== undefined && { workspace: company }),
      ...(locale !== undefined && { locale: locale === 'ru' ? 'ru' : 'en' }),
    };
  } catch (error) {
    throw problem(
      'setup takes --company, --email, --password and --locale, each with a value.',
      'Команда setup принимает --company, --email, --password и --locale, у каждого своё значение.',
      error,
    );
  }
}

const alreadyDone = {
  en: 'There is a workspace already; nothing was changed.\n',
  ru: 'Рабочее пространство уже есть; ничего не изменено.\n',
};

const administratorName = { en: 'Administrator', ru: 'Администратор' };

async function setUp({ identity }: Parts, answers: SetupAnswers): Promise<boolean> {
  const { workspace, email, password, locale } = answers;
  try {
    await identity.setUp({
      company: workspace,
      locale,
      timeZone: zoneOfThisMachine(),
      administrator: { name: administratorName[locale], email, password },
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'setup.done') {
      return false;
    }
    throw error instanceof Refusal ? inWords(error) : error;
  }
}

function zoneOfThisMachine(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return /^[A-Z]/.test(timeZone) && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC';
}

function inWords({ code, details }: Refusal): StartProblem {
  const [wrong] = details.errors ?? [];
  switch (wrong?.code) {
    case 'too_common':
      return problem(
        'The password of the administrator is one of the first that are tried: choose another one (OTKLIK_SETUP_PASSWORD).',
        'Пароль администратора из тех, что подбирают первыми: задайте другой (OTKLIK_SETUP_PASSWORD).',
      );
    case 'same_as_name':
      return problem(
        'The password of the administrator repeats the address or the name of the company: choose another one (OTKLIK_SETUP_PASSWORD).',
        'Пароль администратора повторяет адрес или название компании: задайте другой (OTKLIK_SETUP_PASSWORD).',
      );
    default: {
      const what = wrong ? `${wrong.field} (${wrong.code})` : code;
      return problem(
        `The answers of the unattended first run do not fit: ${what}. Correct the OTKLIK_SETUP_ variables and start again.`,
        `Ответы для первого запуска не подходят: ${what}. Исправьте переменные OTKLIK_SETUP_ и запустите снова.`,
      );
    }
  }
}

const problem = (en: string, ru: string, cause?: unknown) =>
  new StartProblem('setup.answers', { en, ru }, cause);
