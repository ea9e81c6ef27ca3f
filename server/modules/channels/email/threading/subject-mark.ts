import { createHmac, timingSafeEqual } from 'node:crypto';
import { toBase32 } from './base32.ts';
import type { Secret } from './reply-token.ts';

const MAC_LENGTH = 6;
const MARKS_LIMIT = 5;
const SUBJECT_LIMIT = 2_000;

const macOf = (secret: Secret, workspaceId: string, number: number): string =>
  toBase32(
    createHmac('sha256', secret).update(`otklik subject mark\0${workspaceId}\0${number}`).digest(),
  ).slice(0, MAC_LENGTH);

export type MarkedTicket = { readonly workspaceId: string; readonly number: number };

/** `[#1042-ab12cd]`: the number that people see and six letters that nobody else can know. */
const make = (secret: Secret, { workspaceId, number }: MarkedTicket): string =>
  `[#${number}-${macOf(secret, workspaceId, number)}]`;

/** Mail programs fold and encode subjects: blanks may have come anywhere, the hyphen may have become a dash. */
const mark = /\[\s*[#№]\s*(\d(?:\s?\d){0,11})\s*[-‐‑–—]\s*([a-z2-7](?:\s?[a-z2-7]){5})\s*\]/gi;

/** The number of the ticket that a subject is marked with; null when no mark is genuine in this workspace. */
const read = (
  secret: Secret,
  { workspaceId, subject }: { readonly workspaceId: string; readonly subject: string },
): number | null => {
  const marks = [...subject.slice(0, SUBJECT_LIMIT).matchAll(mark)].slice(0, MARKS_LIMIT);
  for (const [, digits = '', letters = ''] of marks) {
    const number = Number(digits.replaceAll(/\s/g, ''));
    const said = Buffer.from(letters.replaceAll(/\s/g, '').toLowerCase());
    if (timingSafeEqual(said, Buffer.from(macOf(secret, workspaceId, number)))) {
      return number;
    }
  }
  return null;
};

/** The subject as people want to see it. */
const strip = (subject: string): string =>
  subject
    .replaceAll(mark, ' ')
    .replaceAll(/\s{2,}/g, ' ')
    .trim();

export const subjectMark = { make, read, strip } as const;
