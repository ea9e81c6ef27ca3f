import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseLetter } from '../parse-letter.ts';
import { multipart } from '../test-letters.ts';
import { readRtfBody } from './rtf-body.ts';
import { readTnef } from './read-tnef.ts';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const attribute = (level: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(value.length), value, Buffer.from([0, 0])]);

const padded = (value: Buffer): Buffer =>
  Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);

const property = (id: number, type: number, value: Buffer): Buffer =>
  Buffer.concat([u32(id * 0x10000 + type), u32(1), u32(value.length), padded(value)]);

const properties = (...list: readonly Buffer[]): Buffer =>
  Buffer.concat([u32(list.length), ...list]);

const uncompressedRtf = (rtf: string): Buffer =>
  Buffer.concat([
    u32(rtf.length + 12),
    u32(rtf.length),
    u32(0x414c454d),
    u32(0),
    Buffer.from(rtf, 'latin1'),
  ]);

const winmail = (body: Buffer): Buffer =>
  Buffer.concat([
    u32(0x223e9f78),
    Buffer.from([1, 0]),
    attribute(1, 0x69007, u32(1251)),
    attribute(1, 0x69003, body),
    attribute(2, 0x69002, Buffer.alloc(14)),
    attribute(2, 0x18010, iconv.encode('DOGOVO~1.DOC\0', 'win1251')),
    attribute(2, 0x6800f, Buffer.from('content')),
    attribute(
      2,
      0x69005,
      properties(
        property(0x3707, 0x1f, Buffer.from('Договор поставки.doc\0', 'utf16le')),
        property(0x370e, 0x1e, Buffer.from('application/msword\0')),
      ),
    ),
  ]);

const russianRtf =
  String.raw`{\rtf1\ansi\ansicpg1251\fromhtml1{\fonttbl{\f0\fcharset204 Arial;}}{\*\htmltag64 <p>}\f0 ` +
  String.raw`\'cf\'f0\'e8\'e2\'e5\'f2\htmlrtf\par\htmlrtf0{\*\htmltag72 </p>}\u8364?}`;

describe('winmail.dat', () => {
  it('is unpacked with Russian names and body', () => {
    const tnef = readTnef(
      winmail(properties(property(0x1000, 0x1e, iconv.encode('Добрый день\0', 'win1251')))),
    );
    expect(tnef?.text).toBe('Добрый день');
    expect(
      tnef?.files.map(({ name, contentType, content }) => [name, contentType, content.toString()]),
    ).toEqual([['Договор поставки.doc', 'application/msword', 'content']]);
  });

  it('gives the HTML that Outlook wrapped into RTF', () => {
    const tnef = readTnef(
      winmail(properties(property(0x1009, 0x102, uncompressedRtf(russianRtf)))),
    );
    expect(tnef?.html).toBe('<p>Привет</p>€');
  });

  it('stands in for body and files of its letter', async () => {
    const packed = winmail(
      properties(property(0x1013, 0x102, iconv.encode('<b>Привет</b>', 'win1251'))),
    );
    const letter = await parseLetter(
      multipart('mixed', [
        ['Content-Type: text/plain', '', ''],
        [
          'Content-Type: application/ms-tnef; name="winmail.dat"',
          'Content-Transfer-Encoding: base64',
          '',
          packed.toString('base64'),
        ],
      ]),
    );
    expect(letter.html).toBe('<b>Привет</b>');
    expect(letter.files.map(({ name }) => name)).toEqual(['Договор поставки.doc']);
  });

  it('cut anywhere gives what was whole', () => {
    const whole = winmail(properties(property(0x1000, 0x1e, Buffer.from('text\0'))));
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readTnef(whole.subarray(0, length))).not.toThrow();
    }
  });

  it('stays a file when it is none', async () => {
    const letter = await parseLetter(
      multipart('mixed', [['Content-Type: application/ms-tnef; name="winmail.dat"', '', 'junk']]),
    );
    expect(letter.files.map(({ name }) => name)).toEqual(['winmail.dat']);
    expect(letter.defects).toContain('tnef_unreadable');
  });
});

describe('RTF without HTML within', () => {
  it('gives its text', () => {
    expect(
      readRtfBody(
        Buffer.from(String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator x}a\par b\tab c\{}`),
      ).text,
    ).toBe('a\nb\tc{');
  });
});
