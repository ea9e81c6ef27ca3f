import { hash, verify } from '@node-rs/argon2';
import { invalid } from '../../../kernel/errors.ts';
import { weaknessOf } from '../rules.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane: about 20 ms. The library's default kind is id. */
const parameters = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), parameters);

let nobodysHash: Promise<string> | undefined;

/** Takes the same time for an account that does not exist: the clock must not tell who works here. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const fits = await verify(stored ?? (await nobodysHash), password.normalize('NFKC'));
  return fits && stored !== undefined;
}

/** @throws Refusal that names the field and says what is wrong with the password */
export async function hashNewPassword(
  password: string,
  { field, ...names }: { field: string; email: string; company: string },
): Promise<string> {
  const weakness = weaknessOf(password, names);
  if (weakness) {
    throw invalid(field, weakness);
  }
  return hashPassword(password);
}
