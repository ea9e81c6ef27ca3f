import type { Value } from './own-field-input.tsx';

/** What is sent: a field that nothing was written into is emptied. */
export const saidValue = (value: Value | undefined): Value =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
