// From a fresh clone to a running program, on any Node.js the machine has.
//
//   node scripts/bootstrap.mjs serve|cli|test [arguments]     prepares, then runs the program
//   node scripts/bootstrap.mjs prepare serve|cli|test         prepares only
//
// The npm scripts prepare and then `exec .node/bin/node …`: so no launcher stays in memory beside
// the program, also on a Node.js that cannot replace itself. Nothing here may need a package.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureConsole } from './bootstrap-build.mjs';
import { ensureNode, ensurePackages, root } from './bootstrap-install.mjs';
import { Obstacle, tell } from './bootstrap-words.mjs';

const programs = {
  serve: ['server/main.ts'],
  cli: ['server/cli/main.ts'],
  test: ['scripts/test.mjs'],
};

async function prepare(what) {
  const node = await ensureNode();
  await ensurePackages(node);
  if (what !== 'cli') {
    await ensureConsole(node);
  }
  return node;
}

/** Becomes the program where Node.js can (22.15 on), else stays as its thin parent: same signals, same exit code. */
function run(node, args) {
  // Kept results of compiling: a start takes a third less, and the compiler's memory is not needed at all.
  const env = { NODE_COMPILE_CACHE: join(root, '.cache/compiled'), ...process.env };
  if (typeof process.execve === 'function') {
    process.removeAllListeners('warning');
    process.on('warning', () => undefined);
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    // A terminal sends Ctrl-C to the child itself; twice would mean "at once".
    process.on(signal, () =>
      signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal),
    );
  }
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
    process.exitCode = code ?? 1;
  });
}

function fail(error) {
  if (error instanceof Obstacle) {
    process.stderr.write(`${error.message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exitCode = 1;
}

const [first = '', ...rest] = process.argv.slice(2);
const what = first === 'prepare' ? (rest[0] ?? '') : first;
if (!Object.hasOwn(programs, what)) {
  tell(
    'Usage: node scripts/bootstrap.mjs [prepare] serve|cli|test',
    'Вызов: node scripts/bootstrap.mjs [prepare] serve|cli|test',
  );
  process.exitCode = 2;
} else {
  try {
    const node = await prepare(what);
    if (first !== 'prepare') {
      run(node, [...programs[what].map((path) => join(root, path)), ...rest]);
    }
  } catch (error) {
    fail(error);
  }
}
