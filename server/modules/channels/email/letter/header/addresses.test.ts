import { describe, expect, it } from 'vitest';
import { readMailboxes } from './addresses.ts';

const read = (value: string): readonly (readonly [string, string])[] =>
  readMailboxes(value, 100).map(({ name, address }) => [name, address]);

describe('an address field', () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    [
      'is read plainly',
      'Anna <a@example.com>, b@example.com',
      [
        ['Anna', 'a@example.com'],
        ['', 'b@example.com'],
      ],
    ],
    [
      'may have a comma within quotes',
      '"Smith, John" <j@example.com>',
      [['Smith, John', 'j@example.com']],
    ],
    [
      'may have an unquoted comma within a name',
      'Smith, John <j@example.com>',
      [['Smith, John', 'j@example.com']],
    ],
    [
      'may have a comma within an encoded word',
      '=?utf-8?Q?Smith,_J?= <j@example.com>',
      [['Smith, J', 'j@example.com']],
    ],
    [
      'may have blanks within an encoded word',
      '=?iso-8859-1?Q?B=FCrling, Andreas?= <b@example.com>',
      [['Bürling, Andreas', 'b@example.com']],
    ],
    [
      'may name the person in a comment',
      'j@example.com (John Smith)',
      [['John Smith', 'j@example.com']],
    ],
    [
      'may name a local program',
      'MAILER-DAEMON (Mail Delivery System)',
      [['Mail Delivery System', 'MAILER-DAEMON']],
    ],
    [
      'may be separated by semicolons',
      'a@example.com; b@example.com',
      [
        ['', 'a@example.com'],
        ['', 'b@example.com'],
      ],
    ],
    ['may be an empty group', 'undisclosed-recipients:;', []],
    [
      'may be a group',
      'Friends: A <a@example.com>, b@example.com;',
      [
        ['A', 'a@example.com'],
        ['', 'b@example.com'],
      ],
    ],
    ['may have a route', '<@relay.example,@b.example:j@example.com>', [['', 'j@example.com']]],
    [
      'may have a quoted local part',
      '"john smith"@example.com',
      [['', '"john smith"@example.com']],
    ],
    ['may lack the closing bracket', 'John <j@example.com', [['John', 'j@example.com']]],
    ['may lack brackets', 'John Smith j@example.com', [['John Smith', 'j@example.com']]],
    [
      'may be one encoded word as a whole',
      '=?utf-8?B?Sm9obiA8akBleGFtcGxlLmNvbT4=?=',
      [['John', 'j@example.com']],
    ],
    [
      'may be doubled by Outlook',
      '"j@example.com" <mailto:j@example.com>',
      [['j@example.com', 'j@example.com']],
    ],
    [
      'may have an empty bracket first',
      '"Light " <>, "LTD" <l@example.com>',
      [
        ['Light', ''],
        ['LTD', 'l@example.com'],
      ],
    ],
    ['may have a name only', 'Moderator', [['Moderator', '']]],
    ['may be empty', ' , ;', []],
  ];
  for (const [what, value, expected] of cases) {
    it(`${what}`, () => {
      expect(read(value)).toEqual(expected);
    });
  }

  it('hides no direction override in a name', () => {
    expect(read('\u{202e}moc.elpmaxe@a <b@example.com>')[0]?.[0]).toBe('moc.elpmaxe@a');
  });
});
