import { readFileSync } from 'node:fs';

/** The program and arguments after `exec` of the start line in package.json: what people run is what is measured. */
export function startCommand(): [string, ...string[]] {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  const line = scripts['start']?.split(/&& exec /)[1];
  if (!line) {
    throw new Error('the start line of package.json has no exec');
  }
  const [, ...args] = line.trim().split(/\s+/);
  const extra = (process.env['BENCH_NODE_FLAGS'] ?? '').split(/\s+/).filter(Boolean);
  return [process.execPath, ...extra, ...args];
}
