import { connectionIsLost } from './database.ts';
import { Refusal, type RefusalKind } from './errors.ts';

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  no_method: 405,
  conflict: 409,
  too_large: 413,
  media_type: 415,
  not_allowed: 422,
  too_many: 429,
  unavailable: 503,
};

const titleOf: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Not this method',
  409: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not possible',
  429: 'Too many attempts',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

export type Problem = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A problem document (RFC 9457). `code` is the stable part; clients translate it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { detail, errors, retryAfterSeconds } = error.details;
    return problem(statusOf[error.kind], error.code, {
      ...(detail !== undefined && { detail }),
      ...(errors && { errors, field: errors[0]?.field }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }
  return (
    requestProblem(error) ??
    storageProblem(error) ??
    raceProblem(error) ??
    valueProblem(error) ??
    problem(500, 'server.error')
  );
}

/** What the HTTP server itself has refused. */
function requestProblem(error: unknown): Problem | undefined {
  const { statusCode = 500, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) {
    return problem(413, 'request.too_large');
  }
  if (statusCode === 415) {
    return problem(415, 'request.media_type');
  }
  if (statusCode >= 400 && statusCode < 500) {
    const isNotJson = code === 'FST_ERR_CTP_INVALID_JSON_BODY';
    return problem(400, isNotJson ? 'request.not_json' : 'request.malformed');
  }
  return undefined;
}

/** A database that is away or full is "try again", never "your fault" and never silence. */
function storageProblem(error: unknown): Problem | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (['53100', '53200', '53300', 'ENOSPC', 'storage.full'].includes(code)) {
    return problem(503, 'storage.full');
  }
  if (
    connectionIsLost(error) ||
    /^(57P0|08)/.test(code) ||
    /ECONNREFUSED|ENOENT/.test(code) ||
    /timeout exceeded when trying to connect/.test(message)
  ) {
    return problem(503, 'database.unavailable');
  }
  return undefined;
}

/** What no rule of ours has refused and the database does: beyond its range, or against a check of a table. */
export const isUnforeseen = (error: unknown): boolean =>
  /^(?:22|23514$)/.test((error as { code?: string }).code ?? '');

const valueProblem = (error: unknown): Problem | undefined =>
  isUnforeseen(error) ? problem(422, 'request.not_storable') : undefined;

/** A deadlock, a conflict, a lock or a statement that took too long. */
const waitedInVain = /^(?:40P01|40001|55P03|57014)$/;

/** Two at once: what was found a moment ago is gone, or both wait for each other and one had to give way. */
function raceProblem(error: unknown): Problem | undefined {
  const { code = '' } = error as { code?: string };
  if (code === '23503') {
    return problem(422, 'reference.not_found');
  }
  return waitedInVain.test(code) ? problem(503, 'database.busy') : undefined;
}

function problem(status: number, code: string, more: Record<string, unknown> = {}): Problem {
  const retry = more['retryAfterSeconds'] ?? (status === 503 ? 5 : undefined);
  return {
    status,
    headers: retry === undefined ? {} : { 'retry-after': String(retry) },
    body: {
      type: `https://otklik.dev/problems/${code}`,
      title: titleOf[status] ?? 'Problem',
      status,
      code,
      ...more,
    },
  };
}
