import type { Chance } from './random.ts';

/**
 * Register numbers that hold by their checksums and belong to nobody: 98 is the region of no tax office. What they are made
 * of is said, with its sources, where the customers module checks them.
 */
const region = '98';

export type Numbers = { readonly inn: string; readonly kpp: string | null; readonly ogrn: string };

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.between(0, 9)).join('');

function checkDigit(value: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return String((sum % 11) % 10);
}

const weights10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const weights11 = [7, ...weights10];
const weights12 = [3, ...weights11];

/** 14 digits are below 2^53. */
const withRemainder = (value: string, divisor: number): string =>
  value + String((Number(value) % divisor) % 10);

export function companyNumbers(chance: Chance): Numbers {
  const office = `${region}${digits(chance, 2)}`;
  const body = `${office}${digits(chance, 5)}`;
  const year = String(chance.between(3, 22)).padStart(2, '0');
  return {
    inn: body + checkDigit(body, weights10),
    kpp: `${office}01001`,
    ogrn: withRemainder(`1${year}${region}${digits(chance, 7)}`, 11),
  };
}

export function entrepreneurNumbers(chance: Chance): Numbers {
  const body = `${region}${digits(chance, 8)}`;
  const eleven = body + checkDigit(body, weights11);
  const year = String(chance.between(4, 22)).padStart(2, '0');
  return {
    inn: eleven + checkDigit(eleven, weights12),
    kpp: null,
    ogrn: withRemainder(`3${year}${region}${digits(chance, 9)}`, 13),
  };
}
