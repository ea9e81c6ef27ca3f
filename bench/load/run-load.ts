import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a load program as a process of its own, so that it shares no event loop with anything measured. */
export async function runLoad<T>(program: string, options: Record<string, unknown>): Promise<T> {
  const path = fileURLToPath(new URL(`./${program}.ts`, import.meta.url));
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new Error(`the load program ${program} ended with ${code}`);
  }
  return JSON.parse(output) as T;
}
