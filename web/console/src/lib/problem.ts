import { i18n } from './i18n.ts';

/** In a longer text `line` counts from 1. */
type FieldError = { field: string; code: string; line?: number };

type ProblemBody = {
  status?: number;
  code?: string;
  detail?: string;
  field?: string;
  errors?: FieldError[];
};

/** A refusal of the server (RFC 9457) or of the network (`status` 0). `retryAfterS` in seconds. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly retryAfterS: number | undefined;

  constructor(status: number, body: ProblemBody, retryAfterS?: number) {
    super(body.code ?? `http.${status}`);
    this.status = status;
    this.code = body.code ?? `http.${status}`;
    this.detail = body.detail;
    const own = body.field ? [{ field: body.field, code: this.code }] : [];
    this.errors = body.errors?.length ? body.errors : own;
    this.retryAfterS = retryAfterS;
  }
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, { code: 'network.unreachable' });
}

function wordsOfProblem(problem: ApiProblem): string {
  const known = `errors.${problem.code}`;
  const count = problem.retryAfterS ?? 60;
  if (i18n.exists(known, { count })) {
    return i18n.t(known, { count, detail: problem.detail });
  }
  const general = `errors.status.${problem.status}`;
  return i18n.exists(general) ? i18n.t(general) : (problem.detail ?? i18n.t('errors.unknown'));
}

/** What happened, in the reader's language; the code is kept for those who help. */
export function wordsOf(error: unknown): { words: string; code: string | undefined } {
  if (error instanceof ApiProblem) {
    return { words: wordsOfProblem(error), code: error.code };
  }
  return { words: i18n.t('errors.unknown'), code: undefined };
}

/** Field name → words, for a form. */
export function fieldWords(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) {
    return {};
  }
  return Object.fromEntries(
    error.errors.map(({ field, code }) => {
      const key = `errors.field.${code}`;
      if (i18n.exists(key)) {
        return [field, i18n.t(key)];
      }
      const isGeneral = error.code === 'input.invalid';
      return [field, isGeneral ? i18n.t('errors.field.invalid') : wordsOfProblem(error)];
    }),
  );
}
