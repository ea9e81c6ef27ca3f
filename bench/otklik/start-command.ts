import { readFileSync } from 'node:fs';

export type StartCommand = { readonly args: string[]; readonly env: Record<string, string> };

/**
 * What `npm start` becomes at its end, read from the start line in package.json: what people run is what is measured.
 * `BENCH_NODE_FLAGS` adds to it, e.g. `--cpu-prof`.
 */
export function startCommand(): StartCommand {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  const words = scripts['start']?.split(/&& /).at(-1)?.trim().split(/\s+/) ?? [];
  const program = words.findIndex((word) => word.endsWith('bin/node'));
  if (program === -1) {
    throw new Error('the start line of package.json does not end with a call of .node/bin/node');
  }
  const settings = words.slice(0, program).filter((word) => /^[A-Z_]+=/.test(word));
  const extra = (process.env['BENCH_NODE_FLAGS'] ?? '').split(/\s+/).filter(Boolean);
  return {
    args: [...extra, ...words.slice(program + 1)],
    env: Object.fromEntries(settings.map((word) => word.split('=', 2) as [string, string])),
  };
}
