import { decodeBytes } from '../charset/decode-bytes.ts';
import { ByteReader } from './byte-reader.ts';
import { inflateRtf } from './compressed-rtf.ts';
import { type MapiProperty, propertyTypes, readMapiProperties } from './mapi-properties.ts';
import { type RtfBody, readRtfBody } from './rtf-body.ts';

/** What Outlook wrapped into winmail.dat ([MS-OXTNEF]). Names and texts are decoded but not yet made safe. */
export type TnefFile = {
  readonly name: string;
  readonly contentType: string;
  readonly contentId: string;
  readonly content: Buffer;
};
export type Tnef = {
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly files: readonly TnefFile[];
};

const SIGNATURE = 0x223e9f78;
const MAX_NESTING = 5;
const MAX_FILES = 500;
const attributes = {
  subject: 0x8004,
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  attachmentStart: 0x9002,
  messageProperties: 0x9003,
  attachmentProperties: 0x9005,
  codePage: 0x9007,
} as const;
const ids = {
  subject: 0x0037,
  text: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mediaType: 0x370e,
  contentId: 0x3712,
  internetPage: 0x3fde,
} as const;

type Properties = ReadonlyMap<number, MapiProperty>;
type Attachment = {
  title: Buffer | null;
  data: Buffer | null;
  properties: Properties;
};

type Reading = {
  page: number;
  subject: Buffer | null;
  body: Buffer | null;
  properties: Properties;
  readonly attachments: Attachment[];
};

const none: Properties = new Map();

const newAttachment = (): Attachment => ({ title: null, data: null, properties: none });

const takeAttachmentAttribute = (reading: Reading, id: number, value: Buffer): void => {
  if (id === attributes.attachmentStart) {
    if (reading.attachments.length < MAX_FILES) {
      reading.attachments.push(newAttachment());
    }
    return;
  }
  const attachment = reading.attachments.at(-1);
  if (attachment === undefined) {
    return;
  }
  if (id === attributes.attachmentTitle) {
    attachment.title = value;
  } else if (id === attributes.attachmentData) {
    attachment.data = value;
  } else if (id === attributes.attachmentProperties) {
    attachment.properties = readMapiProperties(value);
  }
};

const takeAttribute = (reading: Reading, id: number, value: Buffer): void => {
  switch (id) {
    case attributes.codePage:
      reading.page = value.length >= 4 ? value.readUInt32LE(0) : reading.page;
      break;
    case attributes.subject:
      reading.subject = value;
      break;
    case attributes.body:
      reading.body = value;
      break;
    case attributes.messageProperties:
      reading.properties = readMapiProperties(value);
      break;
    default:
      takeAttachmentAttribute(reading, id, value);
  }
};

const untilZero = (bytes: Buffer): Buffer => {
  const zero = bytes.indexOf(0);
  return zero < 0 ? bytes : bytes.subarray(0, zero);
};

const labelOf = (page: number): string | null => {
  const named: Readonly<Record<number, string>> = {
    20_866: 'koi8-r',
    21_866: 'koi8-u',
    28_595: 'iso-8859-5',
    65_001: 'utf-8',
    20_127: 'us-ascii',
    28_591: 'iso-8859-1',
  };
  return named[page] ?? (page > 0 ? `cp${page}` : null);
};

const zeroEnded = (bytes: Buffer | null, page: number): string =>
  bytes === null ? '' : decodeBytes(untilZero(bytes), labelOf(page));

const textOf = (property: MapiProperty | undefined, page: number): string => {
  if (property === undefined) {
    return '';
  }
  if (property.type === propertyTypes.unicode) {
    return property.value
      .subarray(0, property.value.length & ~1)
      .toString('utf16le')
      .replace(/\0.*$/s, '');
  }
  return decodeBytes(untilZero(property.value), labelOf(page));
};

const pageOf = (properties: Properties, fallback: number): number => {
  const value = properties.get(ids.internetPage)?.value;
  return value !== undefined && value.length >= 4 ? value.readUInt32LE(0) : fallback;
};

/** An object's octets begin with the 16 of its interface identifier. */
const dataOf = ({ data, properties }: Attachment): Buffer => {
  const property = properties.get(ids.data);
  if (property !== undefined && property.value.length > 0) {
    return property.type === propertyTypes.object ? property.value.subarray(16) : property.value;
  }
  return data ?? Buffer.alloc(0);
};

/** A message within the message: its files, and its body as a file. */
const nestedFiles = (name: string, nested: Tnef): readonly TnefFile[] => {
  const stem = nested.subject || name || 'message';
  const body = nested.html ?? nested.text;
  const isHtml = nested.html !== null;
  const bodyFile: TnefFile = {
    name: `${stem}.${isHtml ? 'html' : 'txt'}`,
    contentType: isHtml ? 'text/html' : 'text/plain',
    contentId: '',
    content: Buffer.from(body ?? '', 'utf8'),
  };
  return body === null ? nested.files : [bodyFile, ...nested.files];
};

const nameOf = ({ properties, title }: Attachment, page: number): string =>
  textOf(properties.get(ids.longName), page) ||
  textOf(properties.get(ids.displayName), page) ||
  textOf(properties.get(ids.shortName), page) ||
  zeroEnded(title, page);

const filesOf = (attachment: Attachment, page: number, depth: number): readonly TnefFile[] => {
  const { properties } = attachment;
  const content = dataOf(attachment);
  const name = nameOf(attachment, page);
  const nested = depth < MAX_NESTING && isTnef(content) ? readTnef(content, depth + 1) : null;
  if (nested !== null) {
    return nestedFiles(name, nested);
  }
  return [
    {
      name,
      contentType: textOf(properties.get(ids.mediaType), page).toLowerCase(),
      contentId: textOf(properties.get(ids.contentId), page),
      content,
    },
  ];
};

const rtfBodyOf = (properties: Properties): RtfBody => {
  const compressed = properties.get(ids.rtf)?.value;
  const rtf = compressed === undefined ? null : inflateRtf(compressed);
  return rtf === null ? { html: null, text: null } : readRtfBody(rtf);
};

const orNull = (text: string): string | null => (text === '' ? null : text);

const bodyOf = (reading: Reading): RtfBody => {
  const { properties, page, body } = reading;
  const text = orNull(textOf(properties.get(ids.text), page) || zeroEnded(body, page));
  const html = orNull(textOf(properties.get(ids.html), pageOf(properties, page)));
  const wrapped = html === null ? rtfBodyOf(properties) : null;
  return { text: text ?? wrapped?.text ?? null, html: html ?? wrapped?.html ?? null };
};

const isTnef = (bytes: Buffer): boolean => bytes.length > 6 && bytes.readUInt32LE(0) === SIGNATURE;

/** Reads winmail.dat; null when the octets are none. A file cut short gives what was whole. Never throws. */
export const readTnef = (bytes: Buffer, depth = 0): Tnef | null => {
  if (!isTnef(bytes)) {
    return null;
  }
  const reader = new ByteReader(bytes);
  reader.skip(6);
  const reading: Reading = {
    page: 1252,
    subject: null,
    body: null,
    properties: none,
    attachments: [],
  };
  while (reader.left > 9 && !reader.overrun) {
    reader.u8();
    const id = reader.u32() & 0xffff;
    const value = reader.take(reader.u32());
    reader.skip(2);
    if (!reader.overrun) {
      takeAttribute(reading, id, value);
    }
  }
  const { page } = reading;
  return {
    subject: textOf(reading.properties.get(ids.subject), page) || zeroEnded(reading.subject, page),
    ...bodyOf(reading),
    files: reading.attachments.flatMap((attachment) => filesOf(attachment, page, depth)),
  };
};
