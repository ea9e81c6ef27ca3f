import { Refusal } from '../../../kernel/errors.ts';
import { checkRequisites, type Requisites } from './requisites.ts';

/** Refuses numbers that no register has, each with what is wrong with it. */
export function mustBeRight(requisites: Requisites): void {
  const errors = checkRequisites(requisites);
  const [first] = errors;
  if (first) {
    throw new Refusal('invalid', 'input.invalid', {
      detail: `${first.field}: ${first.code}`,
      errors,
    });
  }
}
