import pino from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** One line of JSON a fact. Anything that could be a secret is blanked wherever it stands. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        'authorization',
        'cookie',
        '*.password',
        '*.token',
        '*.secret',
        '*.pass',
        '*.accessToken',
        '*.refreshToken',
        'headers.authorization',
        'headers.cookie',
      ],
      censor: '[hidden]',
    },
    serializers: { err: pino.stdSerializers.err },
  });
}

const nothing = () => undefined;
export const silentLog: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
} as unknown as Log;
