import type { Defects, LetterLimits } from '../limits.ts';
import { type Segment, chooseAlternative, segmentOfLeaf } from './body-segments.ts';
import type { MimePart } from './mime-tree.ts';
import { decodeTransfer, isKnownEncoding, isUuencoding } from './transfer-encoding.ts';
import { decodeUuencoded, takeUuencoded } from './uuencode.ts';

/** A part that is not the body, with its decoded content. */
export type FilePart = {
  readonly part: MimePart;
  readonly content: Buffer;
  /** Name found outside of the part's header, else null. */
  readonly foundName: string | null;
};

export type PartsReading = {
  readonly bytes: Buffer;
  readonly limits: LetterLimits;
  readonly defects: Defects;
  /** A charset declared somewhere in the letter, for parts that declare none. */
  readonly hint: string | null;
  readonly files: FilePart[];
  /** Leaves met so far: a named text that comes first is the body all the same. */
  leaves: number;
};

type Place = {
  readonly parent: 'none' | 'alternative' | 'related' | 'report' | 'other';
  readonly position: number;
};

const bodyTypes = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'text/markdown',
  'application/xhtml+xml',
]);
/** Forms for watches and mail with scripts: they repeat the body. */
const redundantForms = new Set(['text/x-amp-html', 'text/watch-html', 'text/x-watch-html']);

export const isNamed = (part: MimePart): boolean =>
  /\S/.test(part.disposition?.parameters.get('filename') ?? part.typeParameters.get('name') ?? '');

const isReferable = (part: MimePart): boolean =>
  part.fields.some(({ name }) => name === 'content-id' || name === 'content-location');

/** Whether text that is not called an attachment is the body at this place. */
const isBodyAt = (part: MimePart, place: Place, leaves: number): boolean => {
  switch (place.parent) {
    case 'alternative':
      return true;
    case 'related':
      return place.position === 0 || !(isNamed(part) || isReferable(part));
    case 'report':
      return place.position === 0 || !isNamed(part);
    default:
      return !isNamed(part) || (leaves === 0 && part.disposition !== null);
  }
};

const isBody = (part: MimePart, place: Place, leaves: number): boolean => {
  if (!bodyTypes.has(part.contentType)) {
    return false;
  }
  // The words of a report are its first part, however they are labelled.
  return part.disposition?.value === 'attachment'
    ? place.parent === 'report' && place.position === 0
    : isBodyAt(part, place, leaves);
};

const addFile = (reading: PartsReading, file: FilePart): void => {
  if (reading.files.length >= reading.limits.maxFiles) {
    reading.defects.add('too_many_files');
    return;
  }
  reading.files.push(file);
};

const readFile = (reading: PartsReading, part: MimePart, raw: Buffer): void => {
  if (isUuencoding(part.encoding)) {
    const { content, name } = decodeUuencoded(raw);
    addFile(reading, { part, content, foundName: name });
  } else {
    addFile(reading, { part, content: decodeTransfer(raw, part.encoding), foundName: null });
  }
};

/** Octets beyond what the body may hold are not even decoded: a character has at most four, each written in at most three. */
const boundedContent = ({ limits, defects }: PartsReading, part: MimePart, raw: Buffer): Buffer => {
  const isHtml = part.contentType.endsWith('html');
  const octets = (isHtml ? limits.maxHtmlLength : limits.maxTextLength) * 4;
  const content = decodeTransfer(raw.subarray(0, octets * 3), part.encoding);
  if (raw.length > octets * 3 || content.length > octets) {
    defects.add('body_too_long');
  }
  return content.subarray(0, octets);
};

const readText = (reading: PartsReading, part: MimePart, raw: Buffer): Segment => {
  const segment = segmentOfLeaf(part, boundedContent(reading, part, raw), reading);
  if (segment.text === null) {
    return segment;
  }
  const { text, files } = takeUuencoded(segment.text, reading.limits.maxFiles + 1);
  for (const { name, content } of files) {
    addFile(reading, { part, content, foundName: name });
  }
  return { text, html: null };
};

const readLeaf = (reading: PartsReading, part: MimePart, place: Place): readonly Segment[] => {
  const isText = isBody(part, place, reading.leaves);
  const raw = reading.bytes.subarray(part.bodyStart, Math.max(part.bodyStart, part.bodyEnd));
  reading.leaves += 1;
  if (!isKnownEncoding(part.encoding)) {
    reading.defects.add('unknown_encoding');
  }
  if (isText) {
    return [readText(reading, part, raw)];
  }
  if (place.parent !== 'alternative' || !redundantForms.has(part.contentType)) {
    readFile(reading, part, raw);
  }
  return [];
};

const grouping = (subtype: string | undefined): Place['parent'] =>
  subtype === 'alternative' || subtype === 'related' || subtype === 'report' ? subtype : 'other';

/** Segments of the body under a part, in order; everything else goes to `reading.files`. */
export const readParts = (
  reading: PartsReading,
  part: MimePart,
  place: Place,
): readonly Segment[] => {
  const [, subtype] = part.contentType.split('/');
  if (part.children.length === 0) {
    return part.contentType.startsWith('multipart/') && part.bodyStart >= part.bodyEnd
      ? []
      : readLeaf(reading, part, place);
  }
  const parent = grouping(subtype);
  const children = part.children.map((child, position) =>
    readParts(reading, child, { parent, position }),
  );
  return parent === 'alternative' ? [chooseAlternative(children)] : children.flat();
};
