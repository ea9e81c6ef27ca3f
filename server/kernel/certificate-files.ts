import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { StartProblem } from './start-problem.ts';

/** Both PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

/** Paths of two PEM files: the certificate with its chain, and its private key without a password. */
export type CertificatePaths = { readonly cert: string; readonly key: string };

export type ReadCertificate = Certificate & { readonly until: Date };

/**
 * Reads both files and makes sure that they belong together.
 * @throws StartProblem that names the variable to look at
 */
export async function readCertificate(paths: CertificatePaths): Promise<ReadCertificate> {
  const [cert, key] = await Promise.all([
    readPem('OTKLIK_SMTP_CERT', paths.cert),
    readPem('OTKLIK_SMTP_KEY', paths.key),
  ]);
  const parsed = parse('OTKLIK_SMTP_CERT', paths.cert, () => new X509Certificate(cert));
  const privateKey = parse('OTKLIK_SMTP_KEY', paths.key, () => createPrivateKey(key));
  if (!parsed.checkPrivateKey(privateKey)) {
    throw new StartProblem('smtp.certificate-pair', {
      en: `The key ${paths.key} is not that of the certificate ${paths.cert}: correct OTKLIK_SMTP_CERT and OTKLIK_SMTP_KEY so that they name one pair.`,
      ru: `Ключ ${paths.key} — не от сертификата ${paths.cert}: укажите в OTKLIK_SMTP_CERT и OTKLIK_SMTP_KEY файлы одной пары.`,
    });
  }
  return { cert, key, until: parsed.validToDate };
}

async function readPem(variable: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(variable, path, error);
  }
}

function parse<T>(variable: string, path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(variable, path, error);
  }
}

const unreadable = (variable: string, path: string, cause: unknown) =>
  new StartProblem(
    'smtp.certificate',
    {
      en: `${path} of ${variable} cannot be read as a PEM file without a password: correct the path, the rights of the file or the file.`,
      ru: `${path} из ${variable} не читается как файл PEM без пароля: исправьте путь, права на файл или сам файл.`,
    },
    cause,
  );

type CertificateFiles = {
  readonly paths: CertificatePaths;
  readonly everyMs?: number;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
  };
};

export type OpenCertificate = {
  readonly first: ReadCertificate;
  /** Tells of every renewed pair. */
  watch(onRenewed: (certificate: Certificate) => void): { close(): void };
};

/**
 * The pair as it is now, and its renewals. The files are looked at every half a minute rather than watched: renewal
 * swaps a symbolic link or a mounted folder, which file watches of the system miss. While the two do not fit (one of
 * them is written already) the old pair stays in use.
 * @throws StartProblem as `readCertificate`
 */
export async function openCertificate({
  paths,
  everyMs = 30_000,
  log,
}: CertificateFiles): Promise<OpenCertificate> {
  let seen = await markOf(paths).catch(() => '');
  const first = await readCertificate(paths);
  let refused = '';

  const look = async (onRenewed: (certificate: Certificate) => void) => {
    const mark = await markOf(paths).catch(() => 'gone');
    if (mark === seen) {
      return;
    }
    try {
      const renewed = await readCertificate(paths);
      onRenewed(renewed);
      seen = mark;
      log.info({ until: renewed.until }, 'the certificate for incoming SMTP was renewed');
    } catch (err) {
      if (mark !== refused) {
        refused = mark;
        log.warn({ err }, 'the renewed certificate for incoming SMTP cannot be used yet');
      }
    }
  };

  return {
    first,
    watch(onRenewed) {
      const timer = setInterval(() => void look(onRenewed), everyMs);
      timer.unref();
      return { close: () => clearInterval(timer) };
    },
  };
}

async function markOf({ cert, key }: CertificatePaths): Promise<string> {
  const found = await Promise.all([stat(cert), stat(key)]);
  return found.map(({ ino, size, mtimeMs }) => `${ino}:${size}:${mtimeMs}`).join(' ');
}
