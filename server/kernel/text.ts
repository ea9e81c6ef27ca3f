import { z } from 'zod';

/**
 * Text as people type it. Refused: NUL, which the database cannot hold, and halves of surrogate pairs, which no
 * encoding can. Everything else, however odd, comes back as it was sent. Lengths in characters (code points), as the database counts.
 */
export function text({ min = 0, max }: { min?: number; max: number }) {
  return z.string().min(min).max(max).refine(isStorable, { message: 'not_text' });
}

/** One line: a name, a subject. Surrounding space goes, line breaks become spaces. */
export function line({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: 'not_text' })
    .transform((value) => value.replace(/[\r\n\t]+/g, ' ').trim())
    .pipe(z.string().min(min));
}

export const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** For text from outside that must never be refused: letters, file names. */
export const storable = (value: string): string => value.replaceAll('\0', '').toWellFormed();

export const id = () =>
  z
    .uuid()
    .transform((value) => value.toLowerCase())
    .pipe(z.uuid());

export const time = () => z.iso.datetime();

/** e-mail as people write it: case is kept in the local part, the domain is compared without it. */
export const emailAddress = () =>
  z
    .string()
    .max(254)
    .refine(isStorable, { message: 'not_text' })
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
