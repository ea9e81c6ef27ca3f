import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from './errors.ts';
import { describeIssues } from './input-errors.ts';
import { problemOf } from './problems.ts';

describe('a problem document', () => {
  test('has a stable code, the status of its kind and the names of the fields', () => {
    const refusal = new Refusal('invalid', 'input.invalid', {
      errors: [{ field: 'subject', code: 'required' }],
    });
    expect(problemOf(refusal)).toEqual({
      status: 400,
      headers: {},
      body: {
        type: 'https://otklik.dev/problems/input.invalid',
        title: 'The request is not valid',
        status: 400,
        code: 'input.invalid',
        field: 'subject',
        errors: [{ field: 'subject', code: 'required' }],
      },
    });
  });

  test.each([
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['too_large', 413],
    ['not_allowed', 422],
    ['too_many', 429],
    ['unavailable', 503],
  ] as const)('of the kind %s has the status %i', (kind, status) => {
    expect(problemOf(new Refusal(kind, 'some.code')).status).toBe(status);
  });

  test('says when to come again', () => {
    const refusal = new Refusal('too_many', 'session.locked', { retryAfterSeconds: 30 });
    expect(problemOf(refusal)).toMatchObject({
      headers: { 'retry-after': '30' },
      body: { retryAfterSeconds: 30 },
    });
  });

  test.each([
    [{ code: '53100' }, 503, 'storage.full'],
    [{ code: 'ENOSPC' }, 503, 'storage.full'],
    [{ code: '57P01' }, 503, 'database.unavailable'],
    [{ code: 'ECONNREFUSED' }, 503, 'database.unavailable'],
    [{ message: 'Connection terminated unexpectedly' }, 503, 'database.unavailable'],
    [
      { message: 'Client has encountered a connection error and is not queryable' },
      503,
      'database.unavailable',
    ],
    [{ code: 'EPIPE' }, 503, 'database.unavailable'],
    [{ code: '40P01' }, 503, 'database.busy'],
    [{ code: '57014' }, 503, 'database.busy'],
    [{ code: '23503' }, 422, 'reference.not_found'],
    [{ code: '22008' }, 422, 'request.not_storable'],
    [{ code: '23514' }, 422, 'request.not_storable'],
    [{ statusCode: 413 }, 413, 'request.too_large'],
    [{ statusCode: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' }, 400, 'request.not_json'],
  ])('of %j is %i %s', (error, status, code) => {
    expect(problemOf(Object.assign(new Error(), error))).toMatchObject({ status, body: { code } });
  });

  test('of a defect of ours tells nothing of what it was', () => {
    const { status, body } = problemOf(new Error('password=secret at /home/x'));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/secret|home/);
  });
});

describe('what is wrong with an input', () => {
  const shape = z.strictObject({
    name: z.string().min(1).max(5),
    age: z.int().min(1),
    tags: z.array(z.string().max(2)).max(2),
    inner: z.strictObject({ kind: z.enum(['a', 'b']) }),
    own: z.string().refine((value) => value !== 'x', { message: 'not_x' }),
    said: z.string().refine((value) => value !== 'x', { message: 'Must not be x!' }),
  });
  const right = { name: 'n', age: 1, tags: [], inner: { kind: 'a' }, own: '', said: '' };

  test.each([
    [{ name: undefined }, 'name', 'required'],
    [{ name: 7 }, 'name', 'not_string'],
    [{ name: '' }, 'name', 'too_short'],
    [{ name: 'abcdef' }, 'name', 'too_long'],
    [{ age: 0 }, 'age', 'too_small'],
    [{ age: 1.5 }, 'age', 'not_int'],
    [{ tags: ['abc'] }, 'tags.0', 'too_long'],
    [{ tags: ['', '', ''] }, 'tags', 'too_long'],
    [{ inner: { kind: 'c' } }, 'inner.kind', 'not_allowed'],
    [{ inner: { kind: 'a', odd: 1 } }, 'inner.odd', 'unknown'],
    [{ odd: 1 }, 'odd', 'unknown'],
    [{ own: 'x' }, 'own', 'not_x'],
    [{ said: 'x' }, 'said', 'invalid'],
  ])('%j is named %s: %s', (part, field, code) => {
    const { error } = shape.safeParse({ ...right, ...part }, { reportInput: true });
    expect(error && describeIssues(error).details.errors).toEqual([{ field, code }]);
  });

  test('is told of all fields at once, but not without end', () => {
    const { error } = shape.safeParse({
      ...right,
      ...Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`odd${n}`, 1])),
    });
    expect(error && describeIssues(error).details.errors).toHaveLength(50);
  });
});
