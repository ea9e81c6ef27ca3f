import { StartProblem } from '../start-problem.ts';
import { diskFull, unwritableFolder } from '../system-problems.ts';

export const otherDatabase = {
  en: 'use a PostgreSQL 15 or newer of your own by DATABASE_URL',
  ru: 'укажите свой PostgreSQL 15 или новее в DATABASE_URL',
};

export function unknownPlatform(platform: string): StartProblem {
  return new StartProblem('database.platform', {
    en: `There is no embedded database for ${platform}: ${otherDatabase.en}.`,
    ru: `Для ${platform} нет встроенной базы данных: ${otherDatabase.ru}.`,
  });
}

export function missingPackage(name: string): StartProblem {
  return new StartProblem('database.package', {
    en: `The package ${name} with the embedded database is not installed: run "npm ci" without --omit=optional, or ${otherDatabase.en}.`,
    ru: `Не установлен пакет ${name} со встроенной базой данных: выполните «npm ci» без --omit=optional или ${otherDatabase.ru}.`,
  });
}

function missingLibrary(library: string): StartProblem {
  return new StartProblem('database.library', {
    en: `The system library ${library} that the embedded database needs is missing: install it with the system's package manager, or ${otherDatabase.en}.`,
    ru: `В системе нет библиотеки ${library}, нужной встроенной базе данных: установите её менеджером пакетов системы или ${otherDatabase.ru}.`,
  });
}

export function oldSystem(detail: string): StartProblem {
  return new StartProblem('database.system', {
    en: `This system is not one the embedded database runs on (${detail}): ${otherDatabase.en}.`,
    ru: `На этой системе встроенная база данных не запускается (${detail}): ${otherDatabase.ru}.`,
  });
}

export function unreachableFolder(folder: string, user: string): StartProblem {
  return new StartProblem('folder.unreachable', {
    en: `The database may not run as root and runs as the user ${user}, which cannot enter ${folder}: move Otklik to a folder others may enter (such as /opt/otklik), or name one in OTKLIK_DATA_DIR.`,
    ru: `База данных не может работать от root и запускается от пользователя ${user}, которому папка ${folder} недоступна: перенесите Отклик в папку, доступную другим (например, /opt/otklik), или укажите такую в OTKLIK_DATA_DIR.`,
  });
}

export function foreignOwner(folder: string): StartProblem {
  return new StartProblem('folder.owner', {
    en: `The database in ${folder} belongs to another user of the system: start Otklik as that user, or change the owner with chown -R.`,
    ru: `База данных в ${folder} принадлежит другому пользователю системы: запустите Отклик от его имени или смените владельца через chown -R.`,
  });
}

export function wrongMajor(folder: string, found: string, ours: number): StartProblem {
  const newer = Number.parseInt(found, 10) > ours;
  return new StartProblem(newer ? 'data.newer' : 'database.major', {
    en: newer
      ? `The data in ${folder} was written by a newer version of Otklik (PostgreSQL ${found}, this one has ${ours}): start that version or a newer one.`
      : `The data in ${folder} is of PostgreSQL ${found}, this version of Otklik has ${ours}: make a backup with the version that wrote it and restore it here.`,
    ru: newer
      ? `Данные в ${folder} записаны более новой версией Отклика (PostgreSQL ${found}, а здесь ${ours}): запустите ту версию или новее.`
      : `Данные в ${folder} записаны PostgreSQL ${found}, а в этой версии Отклика — ${ours}: сделайте копию той версией, что их записала, и восстановите её здесь.`,
  });
}

export function heldBy(folder: string, pid: number): StartProblem {
  return new StartProblem('folder.held', {
    en: `Otklik is already running on ${folder} as process ${pid}: stop it first, or name another folder in OTKLIK_DATA_DIR.`,
    ru: `Отклик уже работает с папкой ${folder}, процесс ${pid}: сначала остановите его или укажите другую папку в OTKLIK_DATA_DIR.`,
  });
}

export function databaseFailed(log: string, detail: string): StartProblem {
  return new StartProblem('database.failed', {
    en: `The embedded database did not start: ${detail || 'no reason given'} (its log: ${log}).`,
    ru: `Встроенная база данных не запустилась: ${detail || 'причина не указана'} (её журнал: ${log}).`,
  });
}

/** Reads what PostgreSQL or the loader wrote when a program of it failed. */
export function programProblem(output: string, folder: string, log: string): StartProblem {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== undefined) {
    return missingLibrary(library);
  }
  const glibc = /version [`'](GLIBC[^']+)' not found/.exec(output)?.[1];
  if (glibc !== undefined) {
    return oldSystem(`${glibc} is missing`);
  }
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return diskFull(folder);
  }
  if (/Permission denied|Operation not permitted|Read-only file system/i.test(output)) {
    return unwritableFolder(folder);
  }
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /FATAL|PANIC|error:/.test(line)).at(-1);
  const detail = telling?.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '').slice(0, 300);
  return databaseFailed(log, detail ?? lines.findLast((line) => line !== '') ?? '');
}
