import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition } from '../files.ts';
import { previewOf, subjectOf } from './text.ts';

describe('the name of a file', () => {
  test('goes into a header that no name can break out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = contentDisposition('attachment', given);
        expect(header).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
        );
      }),
    );
  });

  test('is given twice: for old programs and as it is', () => {
    expect(contentDisposition('inline', 'счёт "1".pdf')).toBe(
      `inline; filename="____ _1_.pdf"; filename*=UTF-8''${encodeURIComponent('счёт "1".pdf')}`,
    );
  });
});

describe('a line for the list', () => {
  test('is one line of at most 200 characters, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (body) => {
        const preview = previewOf(body);
        expect([...preview].length).toBeLessThanOrEqual(200);
        expect(preview).not.toMatch(/[\r\n\t]/);
      }),
    );
    expect(previewOf('😀'.repeat(700)).isWellFormed()).toBe(true);
  });

  test.each([
    ['  Printer \r\n jams ', 'body', 'Printer jams'],
    ['', 'It jams\nagain', 'It jams again'],
    ['', '  ', '—'],
  ])('of the subject %j and the text %j is %j', (subject, body, line) => {
    expect(subjectOf(subject, body)).toBe(line);
  });
});
