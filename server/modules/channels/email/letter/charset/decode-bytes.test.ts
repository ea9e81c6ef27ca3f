import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { charsetName } from './charset-names.ts';
import { decodeBytes } from './decode-bytes.ts';

const sentence = 'Добрый день! Подскажите, пожалуйста, когда приедет мастер.';

describe('the charset of a text', () => {
  it('is found for Russian text without a label, even for one short word', () => {
    for (const charset of ['win1251', 'koi8-r', 'cp866', 'iso-8859-5']) {
      expect(decodeBytes(iconv.encode(sentence, charset), null)).toBe(sentence);
    }
    for (const word of ['Привет', 'Счёт', 'Заявка', 'вопрос', 'Оплата']) {
      expect(decodeBytes(iconv.encode(word, 'win1251'), null)).toBe(word);
      expect(decodeBytes(iconv.encode(word, 'koi8-r'), null)).toBe(word);
    }
  });

  it('is Western for single accented letters', () => {
    for (const text of ['Grüße aus München', 'déjà vu', 'Año nuevo']) {
      expect(decodeBytes(iconv.encode(text, 'win1252'), null)).toBe(text);
    }
  });

  it('is the declared one when nothing speaks against it', () => {
    for (const [text, charset] of [
      ['Příliš žluťoučký kůň', 'iso-8859-2'],
      ['日本語テキスト', 'shift_jis'],
      ['简体中文', 'gb2312'],
      ['한국어', 'euc-kr'],
      ['Ελληνικά', 'iso-8859-7'],
      ['Ääkköset', 'iso-8859-1'],
    ] as const) {
      expect(decodeBytes(iconv.encode(text, charset), charset)).toBe(text);
    }
  });

  it('is UTF-8 where the octets are, whatever the label', () => {
    for (const label of [
      'windows-1251',
      'iso-8859-1',
      'koi8-r',
      'gb2312',
      'us-ascii',
      'x-unknown',
      null,
    ]) {
      expect(decodeBytes(Buffer.from(sentence), label)).toBe(sentence);
    }
  });

  it('may be a seven-bit one with shifts', () => {
    expect(decodeBytes(Buffer.from('~{<:Ky2;~}', 'latin1'), 'hz-gb-2312')).toBe('己所不');
    expect(decodeBytes(Buffer.from('\u{1b}$)C\u{0e}GQ1[\u{0f}', 'latin1'), 'iso-2022-kr')).toBe(
      '한글',
    );
    expect(decodeBytes(Buffer.from('\u{1b}$B$3$s\u{1b}(B', 'latin1'), null)).toBe('こん');
    expect(decodeBytes(Buffer.from('+BB8EQAQ4BDIENQRC-'), 'utf-7')).toBe('Привет');
  });

  it('has many labels', () => {
    expect(
      [
        'UTF8',
        '"utf-8"',
        '3Diso-8859-1',
        'cp1251',
        'WIN-1251',
        'koi8r',
        'ks_c_5601-1987',
        'utf-8; format=flowed',
        'ISO_8859-1:1987',
        'x-nonsense',
      ].map(charsetName),
    ).toEqual([
      'utf-8',
      'utf-8',
      'windows-1252',
      'windows-1251',
      'windows-1251',
      'koi8-r',
      'euc-kr',
      'utf-8',
      'windows-1252',
      null,
    ]);
  });

  it('never makes the decoding throw', () => {
    const labels = fc.oneof(
      fc.constantFrom(
        'utf-8',
        'utf-7',
        'utf-16',
        'utf-32',
        'hz',
        'iso-2022-jp',
        'iso-2022-kr',
        'gb18030',
        'big5',
        null,
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), labels, labels, (octets, label, hint) => {
        expect(typeof decodeBytes(octets, label, hint)).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});
