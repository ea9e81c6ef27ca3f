import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInn, checkKpp, checkOgrn, checkRequisites, cleanNumber } from './requisites.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** Finds the last digits by trying: independent of how the check counts. */
function completed(start: string, missing: number, isRight: (value: string) => boolean): string[] {
  return Array.from({ length: 10 ** missing }, (_, n) =>
    start.concat(String(n).padStart(missing, '0')),
  ).filter(isRight);
}

const region = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));

describe('an INN', () => {
  test.each(['7707083893', '7736050003', '7830002293', '500100732259', '771409116994'])(
    '%s is right',
    (inn) => expect(checkInn(inn)).toBeNull(),
  );

  test.each([
    ['77070838a3', 'inn_digits'],
    ['', 'inn_digits'],
    ['770708389', 'inn_length'],
    ['77070838933', 'inn_length'],
    ['0000000000', 'inn_region'],
    ['7707083894', 'inn_checksum'],
    ['500100732250', 'inn_checksum'],
    ['500100732269', 'inn_checksum'],
  ])('%j is wrong: %s', (inn, code) => expect(checkInn(inn)).toBe(code));

  test('of a company has exactly one right last digit, of a person one right pair', () => {
    fc.assert(
      fc.property(region, digits(8), (start, rest) => {
        const isRight = (value: string) => checkInn(value) === null;
        expect(completed(start + rest.slice(0, 7), 1, isRight)).toHaveLength(1);
        expect(completed(start + rest, 2, isRight)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('with one digit mistyped is nearly always seen', () => {
    fc.assert(
      fc.property(
        region,
        digits(7),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (start, rest, at, by) => {
          const [inn = ''] = completed(start + rest, 1, (value) => checkInn(value) === null);
          const typed = inn
            .split('')
            .map((digit, place) => (place === at ? String((Number(digit) + by) % 10) : digit))
            .join('');
          // A mistake always moves the remainder, but the remainders 10 and 0 give one and the same check digit.
          fc.pre(weighedMod11(inn) !== 10 && weighedMod11(typed) !== 10);
          expect(checkInn(typed)).not.toBeNull();
        },
      ),
    );
  });
});

const weighedMod11 = (inn: string) =>
  [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, at) => sum + weight * Number(inn[at]), 0) % 11;

describe('a KPP', () => {
  test.each(['773601001', '7736AB001', '997950001'])('%s has the right shape', (kpp) =>
    expect(checkKpp(kpp)).toBeNull(),
  );
  test.each(['77360100', '7736ab001', '7736АБ001', '000001001', '77360100A'])('%s has not', (kpp) =>
    expect(checkKpp(kpp)).toBe('kpp_shape'),
  );
});

describe('an OGRN or OGRNIP', () => {
  test.each(['1027700132195', '1037700013020', '5077746887312', '304500116000157'])(
    '%s is right',
    (ogrn) => expect(checkOgrn(ogrn)).toBeNull(),
  );
  test.each([
    ['1027700132196', 'ogrn_checksum'],
    ['2027700132195', 'ogrn_sign'],
    ['102770013219', 'ogrn_length'],
    ['10277001321x5', 'ogrn_digits'],
    ['304500116000158', 'ogrnip_checksum'],
    ['104500116000157', 'ogrnip_sign'],
  ])('%s is wrong: %s', (ogrn, code) => expect(checkOgrn(ogrn)).toBe(code));

  test('has exactly one right last digit', () => {
    fc.assert(
      fc.property(digits(11), digits(13), (company, entrepreneur) => {
        const isRight = (value: string) => checkOgrn(value) === null;
        expect(completed(`1${company}`, 1, isRight)).toHaveLength(1);
        expect(completed(`3${entrepreneur}`, 1, isRight)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(digits(13), (rest) => {
        const start = `3${rest}`;
        const last = String((BigInt(start) % 13n) % 10n);
        expect(checkOgrn(start + last)).toBeNull();
      }),
    );
  });
});

describe('requisites together', () => {
  test('of a company and of an entrepreneur are right', () => {
    expect(
      checkRequisites({
        kind: 'company',
        inn: '7707083893',
        kpp: '773601001',
        ogrn: '1027700132195',
      }),
    ).toEqual([]);
    expect(
      checkRequisites({
        kind: 'entrepreneur',
        inn: '500100732259',
        kpp: null,
        ogrn: '304500116000157',
      }),
    ).toEqual([]);
  });

  test('that do not belong together are named field by field', () => {
    expect(
      checkRequisites({ kind: 'company', inn: '500100732259', kpp: '1', ogrn: '304500116000157' }),
    ).toEqual([
      { field: 'inn', code: 'inn_of_person' },
      { field: 'kpp', code: 'kpp_shape' },
      { field: 'ogrn', code: 'ogrn_length' },
    ]);
    expect(
      checkRequisites({
        kind: 'entrepreneur',
        inn: '7707083893',
        kpp: '773601001',
        ogrn: '1027700132195',
      }),
    ).toEqual([
      { field: 'inn', code: 'inn_of_company' },
      { field: 'kpp', code: 'kpp_of_entrepreneur' },
      { field: 'ogrn', code: 'ogrnip_length' },
    ]);
  });

  test('are taken with spaces and dashes as people paste them', () => {
    expect(cleanNumber('77 0708 38-93\u00a0')).toBe('7707083893');
  });
});
