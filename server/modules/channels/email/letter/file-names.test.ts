import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../kernel/file-name.ts';
import { madeUpName } from './file-names.ts';

describe('the name of a file', () => {
  it('keeps what a person wrote', () => {
    expect(safeFileName('Счёт № 12 (копия).pdf')).toBe('Счёт № 12 (копия).pdf');
    expect(safeFileName('акт 12/2025.pdf')).toBe('акт 12_2025.pdf');
  });

  it('holds no path', () => {
    for (const name of [
      '../../etc/passwd',
      '/etc/passwd',
      String.raw`C:\temp\passwd`,
      String.raw`..\passwd`,
    ]) {
      expect(safeFileName(name)).toBe('passwd');
    }
    expect(safeFileName('..')).toBe('');
    expect(safeFileName('.htaccess')).toBe('htaccess');
    expect(safeFileName('nul.txt')).toBe('_nul.txt');
  });

  it('cannot hide its extension behind a change of direction', () => {
    expect(safeFileName('photo\u{202e}gpj.exe')).toBe('photogpj.exe');
  });

  it('is short enough for every file system and keeps its extension', () => {
    const name = safeFileName(`${'я'.repeat(10_000)}.docx`);
    expect(Buffer.byteLength(safeFileName(`${'я'.repeat(500)}.docx`))).toBeLessThanOrEqual(240);
    expect(safeFileName(`${'😀'.repeat(500)}.docx`)).toMatch(/😀\.docx$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
  });

  it('is made up from the type where there is none', () => {
    expect([
      madeUpName('image/jpeg', 1),
      madeUpName('message/rfc822', 2),
      madeUpName('x/y', 3),
    ]).toEqual(['file-1.jpg', 'file-2.eml', 'file-3.bin']);
  });

  it('is safe whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (wild) => {
        const name = safeFileName(wild);
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f/\\\u202a-\u202e\u2066-\u2069]/);
        expect(name.isWellFormed()).toBe(true);
        expect(name.startsWith('.')).toBe(false);
      }),
    );
  });
});
