/**
 * The numbers by which Russian registers know a company, checked by their own checksums. Each check gives the code of
 * what is wrong, or null.
 *
 * Sources: INN: order of the Federal Tax Service of 29.06.2012 No. ММВ-7-6/435@ (structure), order of the Tax Ministry of
 * 03.03.2004 No. БГ-3-09/178, annex (check digits). KPP: the same order 435@. OGRN, OGRNIP: orders of the Ministry of
 * Finance of 18.02.2015 No. 25н and of 30.10.2017 No. 165н (structure and check digit of register numbers).
 */
export type RequisiteProblem =
  | 'inn_digits'
  | 'inn_length'
  | 'inn_region'
  | 'inn_checksum'
  | 'kpp_shape'
  | 'ogrn_digits'
  | 'ogrn_length'
  | 'ogrn_sign'
  | 'ogrn_checksum'
  | 'ogrnip_length'
  | 'ogrnip_sign'
  | 'ogrnip_checksum';

const digitsOnly = /^[0-9]+$/;

/** What people paste: spaces and dashes between digits mean nothing. */
export const cleanNumber = (value: string): string => value.replace(/[\s\u00a0\u202f-]+/g, '');

const weights10 = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const weights11 = [7, ...weights10] as const;
const weights12 = [3, ...weights11] as const;

function weighed(value: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (sum % 11) % 10;
}

/** 10 digits: a legal entity; 12: a human being, an entrepreneur too. */
export function checkInn(value: string): RequisiteProblem | null {
  if (!digitsOnly.test(value)) {
    return 'inn_digits';
  }
  if (value.length !== 10 && value.length !== 12) {
    return 'inn_length';
  }
  // The first two are the region whose tax office gave it out; there is none with two zeros.
  if (value.startsWith('00')) {
    return 'inn_region';
  }
  const isRight =
    value.length === 10
      ? weighed(value, weights10) === Number(value[9])
      : weighed(value, weights11) === Number(value[10]) &&
        weighed(value, weights12) === Number(value[11]);
  return isRight ? null : 'inn_checksum';
}

/** Four digits of the tax office, two digits or Latin capitals of the reason, three of the number; it has no checksum. */
export function checkKpp(value: string): RequisiteProblem | null {
  return /^(?!0000)[0-9]{4}[0-9A-Z]{2}[0-9]{3}$/.test(value) ? null : 'kpp_shape';
}

/** A long number modulo a small one, digit by digit: 15 digits times ten would not fit a double exactly. */
function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) {
    rest = (rest * 10 + Number(digit)) % divisor;
  }
  return rest;
}

/** OGRN of a legal entity (13 digits) or OGRNIP of an entrepreneur (15 digits). */
export function checkOgrn(value: string): RequisiteProblem | null {
  if (!digitsOnly.test(value)) {
    return 'ogrn_digits';
  }
  if (value.length === 15) {
    return checkRegisterNumber(value, { signs: '3', divisor: 13, name: 'ogrnip' });
  }
  return value.length === 13
    ? checkRegisterNumber(value, { signs: '15', divisor: 11, name: 'ogrn' })
    : 'ogrn_length';
}

type Register = {
  /** What the first digit may be: the sign of a main state registration number. */
  readonly signs: string;
  readonly divisor: number;
  readonly name: 'ogrn' | 'ogrnip';
};

function checkRegisterNumber(
  value: string,
  { signs, divisor, name }: Register,
): RequisiteProblem | null {
  if (!signs.includes(value.charAt(0))) {
    return `${name}_sign`;
  }
  const check = remainder(value.slice(0, -1), divisor) % 10;
  return check === Number(value.at(-1)) ? null : `${name}_checksum`;
}

export type Requisites = {
  readonly kind: 'company' | 'entrepreneur';
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
};

export type RequisiteError = {
  readonly field: 'inn' | 'kpp' | 'ogrn';
  readonly code: RequisiteProblem | 'inn_of_person' | 'inn_of_company' | 'kpp_of_entrepreneur';
};

/** Each number by itself, and all of them together: an entrepreneur has no KPP, a company no INN of twelve digits. */
export function checkRequisites({ kind, inn, kpp, ogrn }: Requisites): RequisiteError[] {
  const errors: RequisiteError[] = [];
  const say = (field: RequisiteError['field'], code: RequisiteError['code'] | null) => {
    if (code !== null) {
      errors.push({ field, code });
    }
  };
  if (inn !== null) {
    say('inn', checkInn(inn) ?? innOfOther(kind, inn));
  }
  if (kpp !== null) {
    say('kpp', kind === 'entrepreneur' ? 'kpp_of_entrepreneur' : checkKpp(kpp));
  }
  if (ogrn !== null) {
    say('ogrn', ogrnOf(kind, ogrn));
  }
  return errors;
}

function innOfOther(kind: Requisites['kind'], inn: string) {
  if (kind === 'company' && inn.length === 12) {
    return 'inn_of_person' as const;
  }
  return kind === 'entrepreneur' && inn.length === 10 ? ('inn_of_company' as const) : null;
}

function ogrnOf(kind: Requisites['kind'], ogrn: string): RequisiteProblem | null {
  const wanted = kind === 'company' ? 13 : 15;
  if (digitsOnly.test(ogrn) && ogrn.length !== wanted) {
    return kind === 'company' ? 'ogrn_length' : 'ogrnip_length';
  }
  return checkOgrn(ogrn);
}
