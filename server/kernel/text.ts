import { z } from 'zod';

/**
 * Text as people type it. Refused: NUL, which the database cannot hold, and halves of surrogate pairs, which no
 * encoding can. Everything else, however odd, comes back as it was sent. Lengths in characters (code points), as the database counts.
 */
export function text({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(isStorable, { message: 'not_text' })
    .meta({ pattern: withoutNul });
}

/** As the API's description says it; halves of pairs cannot be written in JSON as UTF-8, so it need not say a word of them. */
const withoutNul = '^[^\\u0000]*$';

/** What is left when the space around is gone has so many characters. */
const seen = '[^\\s\\u0000]';
const lineOf = (min: number): string =>
  min === 0
    ? withoutNul
    : `^[^\\u0000]*${seen}${min === 1 ? '' : `[^\\u0000]{${min - 2},}${seen}`}[^\\u0000]*$`;

/** Text of which something is left when the space around it is gone: a question, a reason. */
export function said({ max }: { max: number }) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: 'not_text' })
    .meta({ pattern: lineOf(1), minLength: 1 })
    .transform((value) => value.trim())
    .pipe(z.string().min(1));
}

/** One line: a name, a subject. Surrounding space goes, line breaks become spaces. */
export function line({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: 'not_text' })
    .meta({ pattern: lineOf(min), ...(min > 0 && { minLength: min }) })
    .transform((value) => value.replace(/[\r\n\t]+/g, ' ').trim())
    .pipe(z.string().min(min));
}

/**
 * The JSON Schema of "one of these has to be there", for an object that checks it. Below `allOf`, since a bare `anyOf` beside the
 * fields becomes "these fields, or anything" in the types that clients generate.
 */
export const oneOfFields = (...fields: readonly string[]) => ({
  allOf: [{ anyOf: fields.map((field) => ({ required: [field] })) }],
});

export const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** For text from outside that must never be refused: letters, file names. */
export const storable = (value: string): string => value.replaceAll('\0', '').toWellFormed();

export const id = () =>
  z
    .uuid()
    .transform((value) => value.toLowerCase())
    .pipe(z.uuid());

/** A moment (RFC 3339), kept in UTC; of the years that the database has too. */
export const time = () =>
  z.iso
    .datetime({ offset: true })
    .overwrite((value) => (value.endsWith('Z') ? value : inUtc(value)))
    .refine((value) => /^(?!0000)\d{4}-/.test(value), { message: 'not_datetime' });

function inUtc(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}

/** e-mail as people write it: case is kept in the local part, the domain is compared without it. */
export const emailAddress = () =>
  z
    .string()
    .max(254)
    .refine(isStorable, { message: 'not_text' })
    .meta({ pattern: String.raw`^\s*[^\s\u0000@<>"(),:;[\]\\]+@[^\s\u0000@<>"(),:;[\]\\]+\s*$` })
    .transform((value) => value.trim())
    .pipe(
      z.string().regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/u, { message: 'not_email' }),
    );

export const version = () => z.int().min(1).max(2_147_483_647);

/** At most so many UTF-16 units, never half of a pair. */
export const cutAt = (value: string, length: number): string =>
  value.length <= length
    ? value
    : value
        .slice(0, length)
        .toWellFormed()
        .replace(/\u{fffd}$/u, '');
