import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Readable as Stream } from 'node:stream';
import { Refusal } from '../../../../kernel/errors.ts';
import { safeFileName } from '../../../../kernel/file-name.ts';
import { boundaryOf, readMultipart, type Part } from '../../../../kernel/multipart.ts';
import { cutAt, storable } from '../../../../kernel/text.ts';
import { isTypeAllowed } from '../../screening/file-rules.ts';
import { mostFileBytes, type FileRules } from '../../screening/schema.ts';
import type { Submission } from '../schema.ts';
import type { FieldProblem } from '../words.data.ts';

export type FilledFile = Submission['files'][number];

/** What came, as far as it was read: on the first file that is refused reading ends, the texts stand before it. */
export type Filled = {
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly FilledFile[];
  readonly fileProblem: { readonly code: FieldProblem; readonly name: string } | null;
};

export type FileTaking = {
  /** Null: the form takes none. */
  readonly rules: FileRules | null;
  put(content: Readable, maxBytes: number): Promise<{ hash: string; size: number }>;
};

type Asked = FileTaking & {
  /** Of own fields that the form asks. */
  readonly names: readonly string[];
};

/** Names of the fields, and no others: whatever else is sent is passed over. */
export const filledNames = [
  'token',
  'subject',
  'text',
  'name',
  'email',
  'phone',
  'page',
  'leave_empty',
] as const;

const mostParts = 100;
const mostTextBytes = 400 * 1024;

/**
 * @throws Refusal 400 `submission.malformed` for what is no form at all, 413 `submission.too_large`
 */
export async function readFilled(
  body: Readable,
  headers: IncomingMessage['headers'],
  { names, ...files }: Asked,
): Promise<Filled> {
  const known = new Set<string>([...filledNames, ...names]);
  const type = headers['content-type'];
  const boundary = boundaryOf(type);
  if (boundary !== null) {
    return readParts(body, boundary, { ...files, known });
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type ?? '')) {
    return { values: await readEncoded(body, known), files: [], fileProblem: null };
  }
  throw malformed();
}

type Taking = FileTaking & { readonly known: ReadonlySet<string> };

async function readParts(body: Readable, boundary: string, taking: Taking): Promise<Filled> {
  const texts = new TextBudget();
  const values: Record<string, string> = {};
  const files: FilledFile[] = [];
  let parts = 0;
  for await (const part of readMultipart(body, boundary)) {
    parts += 1;
    if (parts > mostParts) {
      throw tooLarge();
    }
    if (part.fileName === null) {
      const value = await texts.read(part);
      if (taking.known.has(part.name)) {
        values[part.name] ??= value;
      }
    } else if (part.fileName !== '' && part.name === 'files') {
      const taken = await takeFile(part, files.length, taking);
      if ('code' in taken) {
        return { values, files, fileProblem: taken };
      }
      files.push(taken);
    }
  }
  return { values, files, fileProblem: null };
}

/** Refused before a byte of it is kept, or as soon as it grows too large. */
async function takeFile(
  { fileName, contentType, content }: Part,
  before: number,
  { rules, put }: FileTaking,
): Promise<FilledFile | { code: FieldProblem; name: string }> {
  const name = safeFileName(storable(fileName ?? '')) || 'file';
  const type = mediaType(contentType);
  if (!rules || before >= (rules.maxFiles ?? mostParts)) {
    return { code: 'file_count', name };
  }
  if (!isTypeAllowed(rules, { name, contentType: type })) {
    return { code: 'file_type', name };
  }
  try {
    const stored = await put(Stream.from(content), rules.maxFileBytes ?? mostFileBytes);
    return { name, contentType: type, hash: stored.hash, size: stored.size };
  } catch (error) {
    if (isTooLarge(error)) {
      return { code: 'file_size', name };
    }
    throw error;
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'file.too_large';

const mediaType = (given: string): string => {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,120}$/.test(type)
    ? type
    : 'application/octet-stream';
};

/** All texts of one submission together. */
class TextBudget {
  #left = mostTextBytes;

  async read({ content }: Pick<Part, 'content'>): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of content) {
      this.#left -= piece.length;
      if (this.#left < 0) {
        throw tooLarge();
      }
      pieces.push(piece);
    }
    return textOf(Buffer.concat(pieces).toString('utf8'));
  }
}

async function readEncoded(
  body: Readable,
  known: ReadonlySet<string>,
): Promise<Record<string, string>> {
  const content = body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const pairs = new URLSearchParams(await new TextBudget().read({ content }));
  const values: Record<string, string> = {};
  for (const name of known) {
    const value = pairs.get(name);
    if (value !== null) {
      values[name] = textOf(value);
    }
  }
  return values;
}

/** As people typed it, line ends as everywhere here; what no database can hold is left out, never a reason to refuse. */
const textOf = (value: string): string =>
  cutAt(storable(value.replace(/\r\n?/g, '\n')), mostTextBytes);

const malformed = () => new Refusal('invalid', 'submission.malformed');
const tooLarge = () => new Refusal('too_large', 'submission.too_large');
