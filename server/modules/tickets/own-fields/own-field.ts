import { z } from 'zod';
import type { TicketType } from '../schema.ts';

export const FieldKind = z
  .enum(['text', 'number', 'date', 'choice', 'yes_no'])
  .meta({ id: 'FieldKind' });
export type FieldKind = z.infer<typeof FieldKind>;

/** What a company writes down about its tickets, as whoever checks, asks or shows a value needs it. */
export type OwnField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly otherLabel: string | null;
  readonly choices: readonly string[];
  /** Empty: all types. */
  readonly types: readonly TicketType[];
};

export const isOfType = ({ types }: Pick<OwnField, 'types'>, type: TicketType): boolean =>
  types.length === 0 || types.includes(type);

/** Called as somebody of this language reads it, in a company whose own language is `home`. */
export const labelIn = (
  { label, otherLabel }: Pick<OwnField, 'label' | 'otherLabel'>,
  locale: string,
  home: string,
): string => (locale === home ? label : (otherLabel ?? label));
