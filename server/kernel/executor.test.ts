import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openKernelWorld, writeNote, type KernelWorld } from '../test/kernel-world.ts';

let world: KernelWorld;
beforeAll(async () => {
  world = await openKernelWorld();
});
afterAll(() => world.close());
afterEach(() => world.admin.query('truncate note, receipt; delete from event'));

const write = (input: unknown, options = {}) =>
  world.executor.execute(writeNote, input, world.actor, options);
const count = async (table: string) =>
  Number((await world.admin.query(`select count(*) from ${table}`)).rows[0].count);

test('state and the fact of it are stored together', async () => {
  await write({ text: 'one' });
  expect(await world.notes()).toEqual(['one']);
  expect(await world.events()).toMatchObject([{ name: 'note.written', payload: { text: 'one' } }]);
});

test.each(['refuse', 'break'])(
  'a command that ends in "%s" leaves nothing at all',
  async (ending) => {
    const audits = await count('audit_entry');
    await expect(write({ text: 'one', ending }, { idempotencyKey: 'k' })).rejects.toThrow(
      /note.refused|a defect/,
    );
    expect(await world.notes()).toEqual([]);
    expect(await world.events()).toEqual([]);
    expect(await count('receipt')).toBe(0);
    expect(await count('audit_entry')).toBe(audits);
  },
);

test('the same request with the same key gives the first answer and does nothing again', async () => {
  const first = await write({ text: 'one' }, { idempotencyKey: 'k' });
  const second = await write({ text: 'one' }, { idempotencyKey: 'k' });
  expect(second).toEqual(first);
  expect(await world.notes()).toEqual(['one']);
  expect(await world.events()).toHaveLength(1);
});

test('the order of the fields does not make another request of it', async () => {
  await write({ text: 'one', job: undefined }, { idempotencyKey: 'k', sameAs: { a: 1, b: 2 } });
  await write({ text: 'one' }, { idempotencyKey: 'k', sameAs: { b: 2, a: 1 } });
  expect(await world.notes()).toEqual(['one']);
});

test('a key that was used for something else is refused', async () => {
  await write({ text: 'one' }, { idempotencyKey: 'k' });
  await expect(write({ text: 'two' }, { idempotencyKey: 'k' })).rejects.toMatchObject({
    code: 'idempotency.key_reused',
  });
  expect(await world.notes()).toEqual(['one']);
});

test('ten at once with one key do the work once, and all get its answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => write({ text: 'one' }, { idempotencyKey: 'k' })),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await world.notes()).toEqual(['one']);
});

test('after a failure the same key may try again', async () => {
  await expect(write({ text: 'one', ending: 'break' }, { idempotencyKey: 'k' })).rejects.toThrow(
    'a defect',
  );
  await write({ text: 'one' }, { idempotencyKey: 'k' });
  expect(await world.notes()).toEqual(['one']);
});

test('a key belongs to whoever used it', async () => {
  const other = await world.workspace();
  await write({ text: 'one' }, { idempotencyKey: 'k' });
  await world.executor.execute(writeNote, { text: 'two' }, other, { idempotencyKey: 'k' });
  const agent = {
    ...world.actor,
    kind: 'user' as const,
    id: '01900000-0000-7000-8000-000000000001',
  };
  await world.executor.execute(writeNote, { text: 'three' }, agent, { idempotencyKey: 'k' });
  expect(await world.notes()).toEqual(['one', 'three']);
  expect(await world.notes(other)).toEqual(['two']);
});

test('what is not permitted is not even parsed', async () => {
  const stranger = { ...world.actor, permissions: new Set<string>() };
  await expect(world.executor.execute(writeNote, {}, stranger)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'permission.missing',
  });
});

test('whoever is barred is told why', async () => {
  const barred = { ...world.actor, barred: 'totp.required' };
  await expect(write({ text: 'one' })).resolves.toBeDefined();
  await expect(world.executor.execute(writeNote, { text: 'two' }, barred)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'totp.required',
  });
});

test('the past cannot be changed', async () => {
  await write({ text: 'one' });
  await expect(world.admin.query(`update event set name = 'other'`)).rejects.toThrow(
    'the event log only grows',
  );
  await expect(world.admin.query('delete from audit_entry')).rejects.toThrow(
    'the event log only grows',
  );
});
