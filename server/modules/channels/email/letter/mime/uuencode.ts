/** Files within plain text in the manner of uuencode (POSIX `uuencode`), as old mailers sent attachments. */

type UuencodedFile = { readonly name: string; readonly content: Buffer };
type WithoutUuencoded = { readonly text: string; readonly files: readonly UuencodedFile[] };

const begin = /^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,300})\r?$/;
const MIN_LINES = 1;
/** A letter full of false beginnings is not searched for each. */
const MAX_FAILURES = 20;

const decodeLine = (line: string): Buffer | null => {
  const length = (line.charCodeAt(0) - 32) & 63;
  const groups = Math.ceil(length / 3);
  // Trailing blanks are lost on the way, so a short line is filled up; a long one is none of uuencode.
  if (line.length - 1 > groups * 4 + 2 || /[^ -`]/.test(line)) {
    return null;
  }
  const out = Buffer.alloc(groups * 3);
  for (let group = 0; group < groups; group += 1) {
    const at = 1 + group * 4;
    const sextet = (offset: number): number => ((line.charCodeAt(at + offset) || 32) - 32) & 63;
    const bits = (sextet(0) << 18) | (sextet(1) << 12) | (sextet(2) << 6) | sextet(3);
    out.writeUIntBE(bits, group * 3, 3);
  }
  return out.subarray(0, length);
};

/** Lines of one file from the one after `begin`; null when they are none. */
const readBlock = (
  lines: readonly string[],
  from: number,
): { readonly content: Buffer; readonly next: number } | null => {
  const chunks: Buffer[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '');
    if (line === 'end') {
      return chunks.length < MIN_LINES ? null : { content: Buffer.concat(chunks), next: at + 1 };
    }
    const chunk = line === '' ? Buffer.alloc(0) : decodeLine(line);
    if (chunk === null) {
      return null;
    }
    chunks.push(chunk);
  }
  return null;
};

/** Content under `Content-Transfer-Encoding: x-uuencode`, with or without `begin` and `end`; as it is when it is none. */
export const decodeUuencoded = (
  raw: Buffer,
): { readonly content: Buffer; readonly name: string | null } => {
  const text = raw.toString('latin1');
  const [file] = takeUuencoded(text, 1).files;
  if (file !== undefined) {
    return file;
  }
  const chunks: Buffer[] = [];
  for (const line of text.split('\n')) {
    const bare = line.replace(/\r$/, '');
    if (bare === '' || bare === '`' || bare === 'end') {
      continue;
    }
    const chunk = decodeLine(bare);
    if (chunk === null) {
      return { content: raw, name: null };
    }
    chunks.push(chunk);
  }
  return { content: Buffer.concat(chunks), name: null };
};

type Taking = { readonly files: UuencodedFile[]; readonly most: number; failures: number };

/** Takes the file that begins in this line, if one does; gives the line after it, else null. */
const takeBlock = (taking: Taking, lines: readonly string[], at: number): number | null => {
  const name = begin.exec(lines[at] ?? '')?.[1];
  if (name === undefined || taking.files.length >= taking.most || taking.failures >= MAX_FAILURES) {
    return null;
  }
  const block = readBlock(lines, at + 1);
  if (block === null) {
    taking.failures += 1;
    return null;
  }
  taking.files.push({ name, content: block.content });
  return block.next;
};

/** Text without its uuencoded blocks, and these as files. A `begin` that has no proper block stays text. */
export const takeUuencoded = (text: string, most: number): WithoutUuencoded => {
  if (!/^begin(?:-base64)? [0-7]{3,4} \S/m.test(text)) {
    return { text, files: [] };
  }
  const lines = text.split('\n');
  const kept: string[] = [];
  const taking: Taking = { files: [], most, failures: 0 };
  for (let at = 0; at < lines.length;) {
    const next = takeBlock(taking, lines, at);
    if (next === null) {
      kept.push(lines[at] ?? '');
    }
    at = next ?? at + 1;
  }
  return { text: kept.join('\n'), files: taking.files };
};
