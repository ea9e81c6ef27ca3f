import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundaryOf, readMultipart } from './multipart.ts';

type Read = { name: string; fileName: string | null; contentType: string; text: string };

async function partsOf(pieces: readonly (string | Buffer)[], boundary = 'b'): Promise<Read[]> {
  const parts: Read[] = [];
  const body = Readable.from(pieces.map((piece) => Buffer.from(piece as string)));
  for await (const { content, ...head } of readMultipart(body, boundary)) {
    const bytes: Buffer[] = [];
    for await (const piece of content) {
      bytes.push(piece);
    }
    parts.push({ ...head, text: Buffer.concat(bytes).toString() });
  }
  return parts;
}

async function bodyOf(form: FormData): Promise<{ boundary: string; bytes: Buffer }> {
  const request = new Request('http://here.test', { method: 'POST', body: form });
  const boundary = boundaryOf(request.headers.get('content-type') ?? undefined) ?? '';
  return { boundary, bytes: Buffer.from(await request.arrayBuffer()) };
}

test('what a browser sends is read as it was filled in, wherever the network cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' })), {
        maxLength: 5,
      }),
      fc.uint8Array({ maxLength: 2000 }),
      fc.integer({ min: 1, max: 50 }),
      async (fields, file, size) => {
        const form = new FormData();
        const sent = fields.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, '\r\n')]);
        for (const [name = '', value = ''] of sent) {
          form.append(name, value);
        }
        form.append(
          'file',
          new File([Buffer.from(file)], 'счёт "1".pdf', { type: 'application/pdf' }),
        );
        const { boundary, bytes } = await bodyOf(form);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const parts = await partsOf(pieces, boundary);
        expect(parts.slice(0, -1).map(({ text }) => text)).toEqual(sent.map(([, value]) => value));
        expect(parts.at(-1)).toEqual({
          name: 'file',
          fileName: 'счёт "1".pdf',
          contentType: 'application/pdf',
          text: Buffer.from(file).toString(),
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('a part that its reader does not want is passed over', async () => {
  const body = Readable.from([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nlong'),
    Buffer.from(' value\r\n--b\r\nContent-Disposition: form-data; name="c"\r\n\r\n1\r\n--b--'),
  ]);
  const names = [];
  for await (const { name } of readMultipart(body, 'b')) {
    names.push(name);
  }
  expect(names).toEqual(['a', 'c']);
});

test.each([
  ['nothing', ['']],
  ['no delimiter', ['hello']],
  ['an end in the middle', ['--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nval']],
  ['a part without a name', ['--b\r\nContent-Disposition: form-data\r\n\r\nv\r\n--b--']],
  ['no head', ['--b\r\n\r\nv\r\n--b--']],
  ['an endless head', ['--b\r\n', 'x'.repeat(20_000)]],
  ['an endless preamble', ['x'.repeat(100_000)]],
  ['a delimiter that goes on', ['--bb\r\n\r\n']],
])('%s is refused', async (_what, pieces) => {
  await expect(partsOf(pieces)).rejects.toMatchObject({ code: 'request.malformed' });
});

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/mixed; boundary=abc', null],
  ['application/json', null],
  [undefined, null],
])('the boundary of %s is %s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
