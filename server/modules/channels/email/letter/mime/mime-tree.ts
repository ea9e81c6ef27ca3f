import { type RawField, type Slice, fieldValue, readHeaderBlock } from '../header/header-block.ts';
import { type Parameterized, readParameterized } from '../header/parameters.ts';
import type { Defects, LetterLimits } from '../limits.ts';
import { findDelimiters, guessBoundary, partRanges } from './boundaries.ts';
import { encodingName } from './transfer-encoding.ts';

/** A node of the MIME tree (RFC 2046). Bodies stay where they are in the letter's octets. */
export type MimePart = {
  readonly fields: readonly RawField[];
  /** Lower case `type/subtype`. */
  readonly contentType: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  readonly disposition: Parameterized | null;
  readonly encoding: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly children: readonly MimePart[];
};

export type TreeReading = {
  readonly bytes: Buffer;
  readonly limits: LetterLimits;
  readonly defects: Defects;
  /** Parts read so far. */
  parts: number;
};

type Place = {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly fallback: string;
};

/** RFC 2045 §5.2: what cannot be understood is plain text; a known type without subtype is completed. */
const soundType = (value: string, fallback: string): string => {
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(value)) {
    return value;
  }
  const known: Readonly<Record<string, string>> = {
    text: 'text/plain',
    html: 'text/html',
    plain: 'text/plain',
    multipart: 'multipart/mixed',
    message: 'message/rfc822',
  };
  const [type = '', subtype = ''] = value.split('/');
  const word = /^[\w.+-]+/.exec(subtype)?.[0];
  if (type !== '' && word !== undefined && /^[\w-]+$/.test(type)) {
    return `${type}/${word}`;
  }
  return known[type] ?? fallback;
};

const readBody = (
  reading: TreeReading,
  place: Place,
  boundary: string,
): readonly MimePart[] | null => {
  const slice: Slice = { bytes: reading.bytes, start: place.start, end: place.end };
  let delimiters = findDelimiters(slice, boundary, reading.limits.maxParts);
  if (delimiters.length === 0) {
    const guessed = guessBoundary(slice);
    if (guessed === null) {
      return null;
    }
    reading.defects.add('missing_boundary');
    delimiters = findDelimiters(slice, guessed, reading.limits.maxParts);
  }
  const children: MimePart[] = [];
  for (const { start, end } of partRanges(slice, delimiters)) {
    if (reading.parts >= reading.limits.maxParts) {
      reading.defects.add('too_many_parts');
      break;
    }
    children.push(readPart(reading, { ...place, start, end, depth: place.depth + 1 }));
  }
  return children;
};

const childrenOf = (
  reading: TreeReading,
  type: Parameterized & { readonly contentType: string },
  place: Place,
): readonly MimePart[] | null => {
  if (place.depth >= reading.limits.maxDepth) {
    reading.defects.add('nested_too_deep');
    return [];
  }
  const fallback = type.contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children = readBody(reading, { ...place, fallback }, type.parameters.get('boundary') ?? '');
  if (children === null) {
    reading.defects.add('multipart_without_parts');
  }
  return children;
};

/** The part whose header begins at `place.start`. */
export const readPart = (reading: TreeReading, place: Place): MimePart => {
  reading.parts += 1;
  const { fields, bodyStart } = readHeaderBlock(
    { bytes: reading.bytes, start: place.start, end: place.end },
    reading.limits,
    reading.defects,
  );
  const rawType = fieldValue(fields, 'content-type');
  const type = readParameterized(rawType ?? '');
  const contentType = soundType(type.value, place.fallback);
  const rawDisposition = fieldValue(fields, 'content-disposition');
  const children = contentType.startsWith('multipart/')
    ? childrenOf(reading, { ...type, contentType }, { ...place, start: bodyStart })
    : [];
  return {
    fields,
    // A multipart without parts is read as the text that it is.
    contentType: children === null ? 'text/plain' : contentType,
    typeParameters: type.parameters,
    disposition: rawDisposition === null ? null : readParameterized(rawDisposition),
    encoding: encodingName(fieldValue(fields, 'content-transfer-encoding')),
    bodyStart,
    bodyEnd: place.end,
    children: children ?? [],
  };
};
