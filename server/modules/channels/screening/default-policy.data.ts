import type { AttachmentPolicy } from './schema.ts';

/** What a system runs when somebody opens it. */
const programs = [
  '.exe',
  '.msi',
  '.bat',
  '.cmd',
  '.com',
  '.scr',
  '.pif',
  '.cpl',
  '.jar',
  '.js',
  '.jse',
  '.vbs',
  '.vbe',
  '.wsf',
  '.wsh',
  '.ps1',
  '.hta',
  '.lnk',
  '.reg',
  '.apk',
  '.app',
  '.dmg',
];

/** As long as a company has not chosen: a letter brings what it brings, a form takes no programs. Version 0: not chosen. */
export const defaultPolicy: AttachmentPolicy = {
  mail: { maxFiles: null, maxFileBytes: null, allowed: [], refused: [] },
  forms: { maxFiles: 10, maxFileBytes: 20 * 1024 * 1024, allowed: [], refused: programs },
  version: 0,
};
