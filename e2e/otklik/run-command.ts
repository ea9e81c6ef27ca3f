import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectDir } from './start-otklik.ts';

/** `npm run otklik -- ARGS` on a data folder. @returns its exit code and what it said */
export async function runCommand(
  dataDir: string,
  args: readonly string[],
): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'server/cli/main.ts', ...args],
    {
      cwd: projectDir,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        LANG: 'C.UTF-8',
        OTKLIK_DATA_DIR: dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}
