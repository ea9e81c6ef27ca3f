import { cutAt } from '../../../../kernel/text.ts';
import { cleanLine } from './clean-text.ts';
import { safeFileName } from '../../../../kernel/file-name.ts';
import { madeUpName } from './file-names.ts';
import { readHeaderBlock, fieldValue } from './header/header-block.ts';
import { headerText } from './header/header-text.ts';
import { readParameterized } from './header/parameters.ts';
import type { LetterFile } from './letter.ts';
import type { LetterLimits } from './limits.ts';
import type { FilePart } from './mime/letter-parts.ts';
import type { MimePart } from './mime/mime-tree.ts';
import type { TnefFile } from './tnef/read-tnef.ts';

const MAX_CONTENT_ID = 500;
const MAX_REFERENCES = 2000;

const bareId = (value: string | null): string | null => {
  const id = cutAt(cleanLine(value ?? ''), MAX_CONTENT_ID)
    .replace(/^<|>$/g, '')
    .trim();
  return id === '' ? null : id;
};

const lettersOwn = /cid:([^"'\s<>)]{1,500})/gi;
const addresses = /(?:src|background|href|url)\s{0,5}[=(]\s{0,5}["']?([^"'\s>)]{4,2000})/gi;

const collected = (html: string, pattern: RegExp): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const match of html.matchAll(pattern)) {
    if (found.size >= MAX_REFERENCES) {
      break;
    }
    found.add(decodedId(match[1] ?? ''));
  }
  return found;
};

/** What the HTML body shows of the letter's own parts: by `cid:`, or by the address in Content-Location (RFC 2557). */
export class ShownParts {
  private readonly html: string;
  private readonly ids: ReadonlySet<string>;
  private locations: ReadonlySet<string> | null = null;

  constructor(html: string | null) {
    this.html = html ?? '';
    this.ids = collected(this.html, lettersOwn);
  }

  shows(contentId: string | null, location: string | null): boolean {
    if (contentId !== null && this.ids.has(decodedId(contentId))) {
      return true;
    }
    if (location === null || this.html === '') {
      return false;
    }
    this.locations ??= collected(this.html, addresses);
    return this.locations.has(decodedId(location));
  }
}

const decodedId = (id: string): string => {
  const text = id.replaceAll('&amp;', '&').toLowerCase();
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The subject of a message within the letter gives its file a name. */
const subjectName = (content: Buffer, limits: LetterLimits): string => {
  const slice = { bytes: content, start: 0, end: content.length };
  const { fields } = readHeaderBlock(slice, limits, new Set());
  const subject = safeFileName(headerText(fieldValue(fields, 'subject') ?? '', null));
  return subject === '' ? '' : safeFileName(`${subject.slice(0, 150)}.eml`);
};

type Naming = {
  readonly hint: string | null;
  readonly limits: LetterLimits;
  readonly position: number;
};

/** Some mailers write the name twice, once in a charset that cannot hold it: `???.pdf`. */
const isLossy = (name: string): boolean => /\u{fffd}|\?\?/u.test(name);

const declaredName = (part: MimePart, hint: string | null): string => {
  const disposition = readParameterized(fieldValue(part.fields, 'content-disposition') ?? '', hint);
  const type = readParameterized(fieldValue(part.fields, 'content-type') ?? '', hint);
  const names = [
    disposition.parameters.get('filename'),
    disposition.parameters.get('name'),
    type.parameters.get('name'),
    type.parameters.get('filename'),
  ]
    .map((name) => safeFileName(name ?? ''))
    .filter((name) => name !== '');
  return names.find((name) => !isLossy(name)) ?? names[0] ?? '';
};

const locationName = (location: string | null): string =>
  safeFileName(/([^/\\?#]+\.[A-Za-z0-9]{1,8})(?:[?#]|$)/.exec(location ?? '')?.[1] ?? '');

const nameOf = ({ part, content, foundName }: FilePart, naming: Naming): string => {
  const description = fieldValue(part.fields, 'content-description');
  const described = safeFileName(headerText(description ?? '', naming.hint));
  const location = fieldValue(part.fields, 'content-location');
  return (
    safeFileName(foundName ?? '') ||
    declaredName(part, naming.hint) ||
    (/^message\/(?:rfc822|global)$/.test(part.contentType)
      ? subjectName(content, naming.limits)
      : '') ||
    (/\.[A-Za-z0-9]{1,8}$/.test(described) ? described : '') ||
    locationName(location) ||
    madeUpName(part.contentType, naming.position)
  );
};

export const letterFile = (file: FilePart, shown: ShownParts, naming: Naming): LetterFile => {
  const { part, content, foundName } = file;
  const contentId = foundName === null ? bareId(fieldValue(part.fields, 'content-id')) : null;
  const location = fieldValue(part.fields, 'content-location');
  const isUuencodedText = foundName !== null && part.contentType.startsWith('text/');
  return {
    name: nameOf(file, naming),
    contentType: isUuencodedText ? 'application/octet-stream' : part.contentType.slice(0, 200),
    contentId,
    inline: shown.shows(contentId, location),
    content,
  };
};

export const tnefLetterFile = (file: TnefFile, shown: ShownParts, position: number): LetterFile => {
  const contentId = bareId(file.contentId);
  const isType = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,120}$/.test(file.contentType);
  const contentType = isType ? file.contentType : 'application/octet-stream';
  return {
    name: safeFileName(file.name) || madeUpName(contentType, position),
    contentType,
    contentId,
    inline: shown.shows(contentId, null),
    content: file.content,
  };
};
