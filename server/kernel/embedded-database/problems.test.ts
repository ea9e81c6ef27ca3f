import { expect, test } from 'vitest';
import { folderProblem, listenProblem } from '../system-problems.ts';
import { findBinaries } from './binaries.ts';
import { programProblem } from './problems.ts';

test.each([
  [
    'database.library',
    'postgres: error while loading shared libraries: libicui18n.so.60: cannot open shared object file',
  ],
  [
    'database.system',
    "postgres: /lib/libc.so.6: version `GLIBC_2.34' not found (required by postgres)",
  ],
  ['disk.full', 'initdb: error: could not write to file "base/1": No space left on device'],
  ['folder.unwritable', 'initdb: error: could not create directory "x": Permission denied'],
  ['database.failed', '2026-11-01 [7] FATAL:  could not create lock file'],
])('the output of a failed program becomes %s', (code, output) => {
  const problem = programProblem(output, '/srv/data', '/srv/data/database.log');
  expect(problem.code).toBe(code);
  expect(problem.sentence.ru).toMatch(/[а-яё]/i);
});

test('the missing library is named', () => {
  const output = 'x: error while loading shared libraries: libstdc++.so.6: cannot open';
  expect(programProblem(output, '/d', '/l').message).toContain('libstdc++.so.6');
});

test('a platform without binaries is told to use a database of its own', () => {
  expect(() => findBinaries('plan9-mips')).toThrow('DATABASE_URL');
});

test.each([
  ['EACCES', 'folder.unwritable'],
  ['EROFS', 'folder.unwritable'],
  ['ENOSPC', 'disk.full'],
  ['ENOTDIR', 'folder.not-a-folder'],
])('%s of a folder becomes %s', (system, code) => {
  const error = Object.assign(new Error('failed'), { code: system });
  expect(folderProblem(error, '/srv/data')).toMatchObject({ code });
});

test.each([
  ['EADDRINUSE', 'port.taken'],
  ['EACCES', 'port.forbidden'],
  ['EADDRNOTAVAIL', 'host.unknown'],
])('%s of a port becomes %s and names the variable', (system, code) => {
  const error = Object.assign(new Error('failed'), { code: system });
  const problem = listenProblem(error, { variable: 'OTKLIK_PORT', host: '127.0.0.1', port: 80 });
  expect(problem).toMatchObject({ code });
  expect(String(problem)).toContain('OTKLIK_PORT');
});
