import { cutAt } from './text.ts';

/** Leaves room for a suffix within the 255 octets of usual file systems. */
const MAX_BYTES = 240;
const MAX_EXTENSION = 16;

/** Controls, separators of lines, direction overrides and marks, invisible joiners, private tags. */
const unseen =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const withoutPath = (name: string): string => {
  const isPath = /^(?:[A-Za-z]:)?[\\/]|^\.{1,2}[\\/]|[\\/]\.{1,2}[\\/]|^[A-Za-z]:/.test(name);
  const last = isPath ? name.replace(/^.*[\\/]/s, '').replace(/^[A-Za-z]:/, '') : name;
  return last.replace(/[\\/]/g, '_');
};

const bounded = (name: string): string => {
  if (Buffer.byteLength(name) <= MAX_BYTES) {
    return name;
  }
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION ? name.slice(dot) : '';
  let stem = name.slice(0, Math.min(name.length - extension.length, MAX_BYTES));
  while (Buffer.byteLength(stem) + Buffer.byteLength(extension) > MAX_BYTES) {
    stem = cutAt(stem, stem.length - 1);
  }
  return `${stem.trimEnd()}${extension}`;
};

/** A decoded name made safe to show and to save; '' when nothing of it is left. */
export const safeFileName = (decoded: string): string => {
  const clean = withoutPath(decoded.slice(0, 4000).toWellFormed())
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const name = bounded(clean.normalize('NFC'));
  return windowsDevice.test(name) ? `_${name}` : name;
};
