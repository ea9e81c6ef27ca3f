import { StartProblem } from '../../kernel/start-problem.ts';
import { systemCode } from '../../kernel/system-problems.ts';

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What reading a backup failed with; a problem that is a sentence already, or one of the disk, stays as it is. */
export function notABackup(path: string, error: unknown): unknown {
  if (error instanceof StartProblem || ['ENOSPC', 'EACCES', 'EDQUOT'].includes(systemCode(error))) {
    return error;
  }
  if (systemCode(error) === 'ENOENT') {
    return new StartProblem('backup.missing', {
      en: `There is no file ${path}: name a file written by "npm run otklik -- backup FILE".`,
      ru: `Файла ${path} нет: укажите файл, записанный командой «npm run otklik -- backup ФАЙЛ».`,
    });
  }
  return new StartProblem(
    'backup.damaged',
    {
      en: `${path} is not a whole backup of Otklik (${reasonOf(error)}): take another one; nothing was changed.`,
      ru: `${path} — не целая резервная копия Отклика (${reasonOf(error)}): возьмите другую; ничего не изменено.`,
    },
    error,
  );
}

export function unsafeName(path: string, name: string): StartProblem {
  return new StartProblem('backup.unsafe', {
    en: `${path} holds a file with the name ${JSON.stringify(name)}, which no backup of Otklik has: do not use it; nothing was changed.`,
    ru: `В ${path} есть файл с именем ${JSON.stringify(name)}, какого в копии Отклика не бывает: не используйте её; ничего не изменено.`,
  });
}

export function fileExists(path: string): StartProblem {
  return new StartProblem('backup.exists', {
    en: `${path} exists already: name another file, or remove it first.`,
    ru: `${path} уже существует: укажите другой файл или сначала удалите этот.`,
  });
}

export function noFolder(folder: string): StartProblem {
  return new StartProblem('folder.missing', {
    en: `There is no folder ${folder}: make it, or name another file.`,
    ru: `Папки ${folder} нет: создайте её или укажите другой файл.`,
  });
}

export function wantsYes(dataDir: string): StartProblem {
  return new StartProblem('restore.data', {
    en: `There is data in ${dataDir}: add --yes to set it aside (nothing is deleted) and put the backup in its place.`,
    ru: `В ${dataDir} есть данные: добавьте --yes, чтобы отложить их в сторону (ничего не удаляется) и поставить на их место копию.`,
  });
}

export function runsWithoutControl(dataDir: string, pid: number): StartProblem {
  return new StartProblem('restore.running', {
    en: `Otklik runs on ${dataDir} as process ${pid} and does not answer: stop it, then restore again.`,
    ru: `Отклик работает с ${dataDir}, процесс ${pid}, и не отвечает: остановите его и повторите восстановление.`,
  });
}

export function otherKind(kind: 'embedded' | 'dump'): StartProblem {
  return kind === 'dump'
    ? new StartProblem('restore.kind', {
        en: 'This backup is of a database named by DATABASE_URL: set DATABASE_URL to an empty PostgreSQL database and restore again.',
        ru: 'Это копия базы, заданной в DATABASE_URL: укажите в DATABASE_URL пустую базу PostgreSQL и повторите восстановление.',
      })
    : new StartProblem('restore.kind', {
        en: 'This backup is of the embedded database: unset DATABASE_URL and restore again.',
        ru: 'Это копия встроенной базы: уберите DATABASE_URL и повторите восстановление.',
      });
}

/** A program of PostgreSQL is missing, too old, or failed. */
export function programFailed(program: string, reason: string, command: string): StartProblem {
  if (reason.includes('row-level security')) {
    return new StartProblem('backup.row-security', {
      en: 'The login of DATABASE_URL sees the rows of one workspace at a time, so it cannot copy them all: have the administrator make one with "create role otklik_backup login bypassrls in role <the owner>", and run the backup with that login in DATABASE_URL.',
      ru: 'Учётная запись из DATABASE_URL видит строки лишь одного рабочего пространства и не может скопировать все: пусть администратор создаст другую («create role otklik_backup login bypassrls in role <владелец>»), и запустите копирование с ней в DATABASE_URL.',
    });
  }
  return new StartProblem('backup.program', {
    en: `The database of DATABASE_URL is copied by PostgreSQL's own ${program}, which did not do it (${reason}): on a machine that has it, run: ${command}`,
    ru: `База из DATABASE_URL копируется программой PostgreSQL ${program}, а она не справилась (${reason}): на машине, где она есть, выполните: ${command}`,
  });
}
