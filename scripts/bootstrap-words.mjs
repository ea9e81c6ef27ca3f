/** What the launcher tells a person, in the language of the terminal. */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const russian = locale.toLowerCase().startsWith('ru');

/** An expected obstacle: printed as one sentence, without a stack. */
export class Obstacle extends Error {
  constructor(en, ru) {
    super(russian ? ru : en);
  }
}

export function tell(en, ru) {
  process.stderr.write(`${russian ? ru : en}\n`);
}

const installNode = {
  en: 'install Node.js 24 or newer from nodejs.org and start again',
  ru: 'установите Node.js 24 или новее с nodejs.org и запустите снова',
};

export function noNodeFor(platform) {
  return new Obstacle(
    `There is no Node.js 24 to bring for ${platform}: ${installNode.en}.`,
    `Для ${platform} нельзя принести Node.js 24: ${installNode.ru}.`,
  );
}

export function unusableNode(reason) {
  return new Obstacle(
    `The brought Node.js 24 does not run on this system (${reason}): ${installNode.en}.`,
    `Принесённый Node.js 24 на этой системе не запускается (${reason}): ${installNode.ru}.`,
  );
}

export function noNpm() {
  return new Obstacle(
    `npm was not found beside Node.js: ${installNode.en}.`,
    `Рядом с Node.js не найден npm: ${installNode.ru}.`,
  );
}

export function missingPackages() {
  return new Obstacle(
    'package-lock.json is missing: take a complete copy of Otklik (git clone) and start again.',
    'Нет файла package-lock.json: возьмите полную копию Отклика (git clone) и запустите снова.',
  );
}

export function failedBuild() {
  return new Obstacle(
    'The console could not be built: the lines above say why; "npm run check" shows all mistakes.',
    'Не удалось собрать консоль: причина выше; все ошибки покажет «npm run check».',
  );
}

/** Reads the output of npm for the causes a person can do something about. */
export function failedInstall(output, folder) {
  if (/ENOSPC|EDQUOT/.test(output)) {
    return new Obstacle(
      `There is no space left on the disk of ${folder}: free 1 GB and start again.`,
      `На диске папки ${folder} не осталось места: освободите 1 ГБ и запустите снова.`,
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Obstacle(
      `Packages could not be written into ${folder}: give this user the right to write there and start again.`,
      `Не удалось записать пакеты в ${folder}: дайте этому пользователю право писать туда и запустите снова.`,
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(
      output,
    )
  ) {
    return new Obstacle(
      'npm could not reach its package registry: connect to the network, or name a reachable one by "npm config set registry ADDRESS", and start again.',
      'npm не смог связаться с реестром пакетов: подключите сеть или укажите доступный реестр через «npm config set registry АДРЕС» и запустите снова.',
    );
  }
  return new Obstacle(
    'npm could not install the packages: the lines above say why; mend it and start again.',
    'npm не смог установить пакеты: причина выше; исправьте её и запустите снова.',
  );
}
