import { isIP } from 'node:net';
import * as z from 'zod';
import { StartProblem } from './start-problem.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['0', 'false', 'no', 'off']);

export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
export const host = z.string().regex(/^[\p{L}\p{N}.:_-]+$/u);
export const flag = z
  .string()
  .toLowerCase()
  .refine((value) => yes.has(value) || no.has(value))
  .transform((value) => yes.has(value));
export const address = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !/[?#]/.test(value))
  .transform((value) => value.replace(/\/+$/, ''));
export const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/./);

const network = z.string().refine((value) => {
  const [ip = '', bits, ...rest] = value.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) {
    return false;
  }
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
});

export const trustProxy = z.union([
  z
    .string()
    .regex(/^[2-9]$/)
    .transform(Number),
  flag,
  z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(network).min(1)),
]);

export const portSentence = {
  en: 'a port number from 0 to 65535',
  ru: 'номер порта от 0 до 65535',
};
export const hostSentence = {
  en: 'a host name or an IP address',
  ru: 'имя узла или IP-адрес',
};
export const databaseSentence = {
  en: 'an address like postgres://user:password@host:5432/database',
  ru: 'адрес вида postgres://user:password@host:5432/database',
};
export const flagSentence = { en: '1 or 0', ru: '1 или 0' };

/** Reads and checks one variable; an empty value counts as unset. Values are never shown back: they may be secrets. */
export class Reader {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  get<T, F>(
    name: string,
    schema: z.ZodType<T>,
    expected: { en: string; ru: string },
    unset: F,
  ): T | F {
    const raw = this.#env[name]?.trim();
    if (raw === undefined || raw === '') {
      return unset;
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) {
      return parsed.data;
    }
    throw new StartProblem('config.invalid', {
      en: `The environment variable ${name} must be ${expected.en}: correct it or unset it, then start again.`,
      ru: `Переменная окружения ${name} должна содержать ${expected.ru}: исправьте или уберите её и запустите снова.`,
    });
  }
}
