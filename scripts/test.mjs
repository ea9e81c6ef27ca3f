// Runs every test and ends with one plain line: N passed, N failed[, N skipped].
//
//   npm test [-- paths or vitest options]      with arguments: only what they name, in any project
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);

const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed and what needed a second try, said again at the very end: a long run scrolls its failures away. */
const remarks = [];

/** Counts what vitest ran; a file that broke before its tests, or an error outside of tests, is a failure too. */
const counter = {
  onTestRunEnd(modules, unhandledErrors) {
    for (const module of modules) {
      countModule(module);
    }
    totals.failed += unhandledErrors.length;
    for (const error of unhandledErrors) {
      remarks.push(`outside of tests: ${firstLine(error)}`);
    }
  },
};

function firstLine(error) {
  return String(error?.message ?? error).split('\n', 1)[0];
}

function countModule(module) {
  let tests = 0;
  for (const test of module.children.allTests()) {
    tests += 1;
    const { state, errors } = test.result();
    totals[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1;
    remark(module, test, { state, errors });
  }
  const broken = module.state() === 'failed' && module.errors().length > 0;
  if (broken || (tests === 0 && module.state() === 'failed')) {
    totals.failed += 1;
    remarks.push(`FAILED ${module.relativeModuleId}: ${firstLine(module.errors()[0])}`);
  }
}

function remark(module, test, { state, errors }) {
  const name = `${module.relativeModuleId} > ${test.fullName}`;
  if (state === 'failed') {
    remarks.push(`FAILED ${name}: ${firstLine(errors[0])}`);
  } else if (test.diagnostic()?.flaky) {
    remarks.push(`passed at the second try only: ${name}`);
  }
}

async function run(projects, filters) {
  const vitest = await startVitest('test', filters, {
    run: true,
    watch: false,
    project: projects,
    passWithNoTests: true,
    reporters: ['default', counter],
  });
  await vitest.close();
}

/** Journeys need a browser; where none can be had, the run says what to install and counts a failure. */
async function browserIsThere() {
  const installer = new URL('../e2e/browser/install-browser.ts', import.meta.url);
  if (!existsSync(installer)) {
    return false;
  }
  const { installBrowser } = await import(installer.href);
  try {
    await installBrowser();
    return true;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    totals.failed += 1;
    return false;
  }
}

const filters = process.argv.slice(2);
try {
  if (filters.length > 0) {
    await run([], filters);
  } else {
    await run(['server', 'web'], []);
    if (await browserIsThere()) {
      await run(['e2e'], []);
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  totals.failed += 1;
}
if (remarks.length > 0) {
  process.stdout.write(`\n${remarks.join('\n')}\n`);
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
