import { extensionsOfTypes, usualNames } from './file-extensions.data.ts';

export const extensionOf = (contentType: string): string => {
  const known = extensionsOfTypes[contentType];
  if (known !== undefined) {
    return known;
  }
  const subtype = /^(?:image|audio|video|font)\/(?:x-)?([a-z0-9]{2,5})$/.exec(contentType)?.[1];
  return subtype ?? (contentType.startsWith('text/') ? 'txt' : 'bin');
};

/** A name for a file that came without one; `position` counts from 1. */
export const madeUpName = (contentType: string, position: number): string =>
  usualNames[contentType] ?? `file-${position}.${extensionOf(contentType)}`;
