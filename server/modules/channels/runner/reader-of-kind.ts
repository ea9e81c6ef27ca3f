import type { LetterReader } from './letter-line.ts';

/** One line for everything that comes in, each kind understood by its own reader. */
export const readerOfKind = (readers: {
  readonly email: LetterReader;
  readonly form: LetterReader;
}): LetterReader => ({
  prepare: (workspaceId, letter) =>
    readers[letter.envelope.kind ?? 'email'].prepare(workspaceId, letter),
});
