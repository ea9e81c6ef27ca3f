/** Why the product says "no"; the HTTP status is derived from it. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'not_allowed'
  | 'no_method'
  | 'too_large'
  | 'media_type'
  | 'too_many'
  | 'unavailable';

export type FieldError = {
  readonly field: string;
  readonly code: string;
  /** Where in a longer text, counted from 1, and what stands there. */
  readonly line?: number;
  readonly column?: number;
  readonly about?: string;
};

export type RefusalDetails = {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
};

/** A rule said no. Expected, shown to the caller, never logged as an error. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** Stable, dotted, translated by clients: `ticket.not_found`, `version.conflict`. Public API. */
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(kind: RefusalKind, code: string, details: RefusalDetails = {}) {
    super(details.detail ? `${code}: ${details.detail}` : code);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export function invalid(field: string, code: string): Refusal {
  return new Refusal('invalid', 'input.invalid', { errors: [{ field, code }] });
}
