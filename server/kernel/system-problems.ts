import { StartProblem } from './start-problem.ts';

/** The `code` of a failed system call (`ENOSPC`), or an empty string. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : '';
}

export function unwritableFolder(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'folder.unwritable',
    {
      en: `Otklik may not write into ${folder}: give its user the right to, or name another folder in OTKLIK_DATA_DIR.`,
      ru: `Нет права писать в папку ${folder}: дайте это право пользователю, от имени которого запущен Отклик, или укажите другую папку в OTKLIK_DATA_DIR.`,
    },
    cause,
  );
}

export function diskFull(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'disk.full',
    {
      en: `There is no space left on the disk of ${folder}: free at least 1 GB and start again; nothing already saved is lost.`,
      ru: `На диске папки ${folder} не осталось места: освободите хотя бы 1 ГБ и запустите снова; сохранённое не потеряно.`,
    },
    cause,
  );
}

/** Turns what a file operation under `folder` failed with into a sentence; unknown errors come back as they are. */
export function folderProblem(error: unknown, folder: string): unknown {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unwritableFolder(folder, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(
        'folder.not-a-folder',
        {
          en: `${folder} or a part of its path is a file, not a folder: name another folder in OTKLIK_DATA_DIR.`,
          ru: `${folder} или часть этого пути — файл, а не папка: укажите другую папку в OTKLIK_DATA_DIR.`,
        },
        error,
      );
    default:
      return error;
  }
}

/** What `listen` on an address failed with, as a sentence that names the variable to change. */
export function listenProblem(
  error: unknown,
  listener: { variable: string; host: string; port: number },
): unknown {
  const { variable, host, port } = listener;
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        'port.taken',
        {
          en: `Port ${port} on ${host} is taken by another program: stop it, or set ${variable} to a free port.`,
          ru: `Порт ${port} на ${host} занят другой программой: остановите её или задайте свободный порт в ${variable}.`,
        },
        error,
      );
    case 'EACCES':
      return new StartProblem(
        'port.forbidden',
        {
          en: `The system does not let this user open port ${port}: set ${variable} to a port above 1023, or allow it (setcap cap_net_bind_service).`,
          ru: `Система не разрешает этому пользователю открыть порт ${port}: задайте в ${variable} порт больше 1023 или дайте разрешение (setcap cap_net_bind_service).`,
        },
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem(
        'host.unknown',
        {
          en: `This machine has no address ${host}: correct the host beside ${variable} (127.0.0.1 for this machine only, 0.0.0.0 for all networks).`,
          ru: `У этой машины нет адреса ${host}: исправьте узел рядом с ${variable} (127.0.0.1 — только эта машина, 0.0.0.0 — все сети).`,
        },
        error,
      );
    default:
      return error;
  }
}
