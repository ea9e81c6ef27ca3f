import type { ZodError } from 'zod';
import { Refusal, type FieldError } from './errors.ts';

type Issue = ZodError['issues'][number];

/** 400 with every offending field named, and a stable code for each. */
export function describeIssues(error: ZodError): Refusal {
  const errors = error.issues.flatMap(describe).slice(0, 50);
  const first = errors[0];
  return new Refusal('invalid', 'input.invalid', {
    errors,
    ...(first && { detail: `${first.field || 'body'}: ${first.code}` }),
  });
}

function describe(issue: Issue): FieldError[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown' }));
  }
  return [{ field, code: codeOf(issue) }];
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : `not_${issue.expected}`;
    case 'too_small':
      return hasLength(issue.origin) ? 'too_short' : 'too_small';
    case 'too_big':
      return hasLength(issue.origin) ? 'too_long' : 'too_big';
    case 'invalid_format':
      return notOf(issue.format, issue.message);
    case 'invalid_value':
      return 'not_allowed';
    case 'custom':
      return named(issue.message);
    default:
      return 'invalid';
  }
}

const hasLength = (origin: string): boolean => origin === 'string' || origin === 'array';

const notOf = (format: string, message: string): string =>
  format === 'regex' ? named(message) : `not_${format}`;

/** A schema names its own reason by a message that is a code; Zod's sentences are not for programs. */
function named(message: string | undefined): string {
  return message && /^[a-z_.]+$/.test(message) ? message : 'invalid';
}
