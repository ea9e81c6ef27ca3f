import { readInvitation } from './calendar-invitation.ts';
import { decodeBytes } from './charset/decode-bytes.ts';
import { cutAt } from '../../../../kernel/text.ts';
import { cleanHtml, cleanText } from './clean-text.ts';
import { ShownParts, letterFile, tnefLetterFile } from './letter-files.ts';
import { readLetterHeaders } from './letter-headers.ts';
import type { Invitation, Letter, LetterFile } from './letter.ts';
import { type Defects, type LetterLimits, defaultLetterLimits } from './limits.ts';
import { type Segment, joinSegments } from './mime/body-segments.ts';
import { letterCharset } from './mime/letter-charset.ts';
import { type FilePart, type PartsReading, readParts } from './mime/letter-parts.ts';
import { type TreeReading, readPart } from './mime/mime-tree.ts';
import { soundStart } from './mime/sound-start.ts';
import { type Tnef, readTnef } from './tnef/read-tnef.ts';

const MAX_REPORT = 256 * 1024;
const MAX_CALENDARS = 5;

const reportTypes = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/feedback-report',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'text/rfc822-headers',
  'message/global-headers',
]);
const returnedTypes = new Set(['message/rfc822', 'message/global', 'text/rfc822']);

const isTnefPart = ({ part }: FilePart): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(part.contentType) ||
  part.disposition?.parameters.get('filename')?.toLowerCase() === 'winmail.dat' ||
  part.typeParameters.get('name')?.toLowerCase() === 'winmail.dat';

const reportsOf = (files: readonly FilePart[], isReport: boolean): Letter['reports'] =>
  files
    .filter(
      ({ part }) =>
        reportTypes.has(part.contentType) || (isReport && returnedTypes.has(part.contentType)),
    )
    .map(({ part, content }) => ({
      contentType: part.contentType,
      content: cleanText(
        decodeBytes(content.subarray(0, MAX_REPORT), part.typeParameters.get('charset') ?? null),
      ).replace(/\r\n?/g, '\n'),
    }));

const isCalendar = ({ part, content }: FilePart): boolean =>
  part.contentType === 'text/calendar' ||
  part.contentType === 'application/ics' ||
  (/^(?:application|text)\//.test(part.contentType) &&
    content.subarray(0, 64).includes('BEGIN:VCALENDAR'));

const firstInvitation = (files: readonly FilePart[], defects: Defects): Invitation | null => {
  for (const { part, content } of files.filter(isCalendar).slice(0, MAX_CALENDARS)) {
    const source = decodeBytes(content, part.typeParameters.get('charset') ?? null);
    const invitation = readInvitation(source, part.typeParameters.get('method') ?? null);
    if (invitation !== null) {
      return invitation;
    }
    defects.add('invitation_unreadable');
  }
  return null;
};

type Unpacked = { readonly file: FilePart; readonly tnef: Tnef | null };

const unpack = (files: readonly FilePart[], defects: Defects): readonly Unpacked[] =>
  files.map((file) => {
    const tnef = isTnefPart(file) ? readTnef(file.content) : null;
    if (tnef === null && isTnefPart(file)) {
      defects.add('tnef_unreadable');
    }
    return { file, tnef };
  });

const isBlank = (text: string | null): boolean => text === null || !/\S/.test(text);

const noBody: Segment = { text: null, html: null };

const packedBody = (unpacked: readonly Unpacked[]): Segment => {
  const { text, html } = unpacked.find(({ tnef }) => tnef !== null)?.tnef ?? noBody;
  return {
    text: text === null || isBlank(text) ? null : cleanText(text),
    html: html === null || isBlank(html) ? null : cleanHtml(html),
  };
};

/** The body, taken out of winmail.dat where the letter itself has none. */
const bodyOf = (segments: readonly Segment[], unpacked: readonly Unpacked[]): Segment => {
  const own = segments.length === 0 ? noBody : joinSegments(segments);
  const packed = packedBody(unpacked);
  const text = isBlank(own.text) ? (packed.text ?? own.text) : own.text;
  const html = own.html ?? packed.html;
  // Blank text beside HTML says nothing.
  return { text: html !== null && isBlank(text) ? null : (text?.trimEnd() ?? null), html };
};

const filesOf = (
  unpacked: readonly Unpacked[],
  html: string | null,
  reading: PartsReading,
): readonly LetterFile[] => {
  const shown = new ShownParts(html);
  const files: LetterFile[] = [];
  for (const { file, tnef } of unpacked) {
    if (tnef === null) {
      files.push(
        letterFile(file, shown, {
          hint: reading.hint,
          limits: reading.limits,
          position: files.length + 1,
        }),
      );
    } else {
      files.push(
        ...tnef.files.map((packed, at) => tnefLetterFile(packed, shown, files.length + at + 1)),
      );
    }
  }
  if (files.length > reading.limits.maxFiles) {
    reading.defects.add('too_many_files');
  }
  return files.slice(0, reading.limits.maxFiles);
};

const readLetter = (raw: Uint8Array, limits: LetterLimits, defects: Defects): Letter => {
  const bytes = soundStart(raw, defects);
  const tree: TreeReading = { bytes, limits, defects, parts: 0 };
  const root = readPart(tree, { start: 0, end: bytes.length, depth: 0, fallback: 'text/plain' });
  const hint = letterCharset(root);
  const reading: PartsReading = { bytes, limits, defects, hint, files: [], leaves: 0 };
  const segments = readParts(reading, root, { parent: 'none', position: 0 });
  const unpacked = unpack(reading.files, defects);
  const body = bodyOf(segments, unpacked);
  const isReport = root.contentType === 'multipart/report';
  return {
    ...readLetterHeaders({ fields: root.fields, hint, limits, defects }),
    text: body.text === null ? null : cutAt(body.text, limits.maxTextLength),
    html: body.html === null ? null : cutAt(body.html, limits.maxHtmlLength),
    files: filesOf(unpacked, body.html, reading),
    invitation: firstInvitation(reading.files, defects),
    reports: reportsOf(reading.files, isReport),
    defects: [...defects],
  };
};

const unreadable: Letter = {
  messageId: null,
  inReplyTo: [],
  references: [],
  from: null,
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  subject: '',
  date: null,
  text: null,
  html: null,
  files: [],
  invitation: null,
  headers: new Map(),
  reports: [],
  defects: ['unreadable'],
};

/**
 * Understands a raw letter (RFC 5322, MIME), whatever its octets: what is broken is mended or left out and named in
 * `defects`. Never rejects. Contents of files are views of `raw` where they need no decoding: do not write to it later.
 */
export const parseLetter = async (
  raw: Uint8Array,
  limits: Partial<LetterLimits> = {},
): Promise<Letter> => {
  const defects: Defects = new Set();
  try {
    return readLetter(raw, { ...defaultLetterLimits, ...limits }, defects);
  } catch {
    return { ...unreadable, defects: [...defects, 'unreadable'] };
  }
};
