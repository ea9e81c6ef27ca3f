// Plants one violation for every rule and expects that very rule to object: a rule that nobody has ever seen fail is
// a rule that nobody knows to work. Every line is: rule, then pairs of file and what is added to it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const modules = 'server/modules';
const planted = [
  [
    'no-cycles',
    `${modules}/tickets/rules/text.ts`,
    "import './file-name.ts'",
    `${modules}/tickets/rules/file-name.ts`,
    "import './text.ts'",
  ],
  ['kernel-knows-no-domain', 'server/kernel/errors.ts', "import '../modules/tickets/public.ts'"],
  ['module-is-listed', `${modules}/billing/rules.ts`, "import '../../kernel/errors.ts'"],
  ['graph-identity', `${modules}/identity/rules.ts`, "import '../customers/public.ts'"],
  ['graph-audit', `${modules}/audit/module.ts`, "import '../tickets/public.ts'"],
  ['graph-customers', `${modules}/customers/store.ts`, "import '../tickets/public.ts'"],
  ['graph-tickets', `${modules}/tickets/door.ts`, "import '../channels/settings.ts'"],
  ['graph-routing', `${modules}/routing/module.ts`, "import '../sla/public.ts'"],
  ['graph-channels', `${modules}/channels/settings.ts`, "import '../tickets/store.ts'"],
  ['only-the-app-wires-modules', 'server/serve.ts', "import './modules/tickets/module.ts'"],
  ['from-outside-by-the-front-door', 'server/serve.ts', "import './modules/tickets/store.ts'"],
  ['rules-are-pure', `${modules}/tickets/rules/ticket.ts`, "import 'node:fs'"],
  [
    'commands-do-not-nest',
    `${modules}/tickets/commands/open-ticket.ts`,
    "import './change-ticket.ts'",
  ],
  [
    'sql-lives-in-stores-and-queries',
    `${modules}/tickets/commands/open-ticket.ts`,
    "import 'kysely'",
  ],
  ['readers-do-not-write', `${modules}/tickets/queries/get-ticket.ts`, "import '../store.ts'"],
  ['routes-are-thin', `${modules}/tickets/routes.ts`, "import './rules/ticket.ts'"],
  ['http-framework-stays-in-the-kernel', `${modules}/tickets/routes.ts`, "import 'fastify'"],
  ['job-queue-stays-in-the-kernel', `${modules}/channels/module.ts`, "import 'pg-boss'"],
  [
    'channels-do-not-know-each-other',
    `${modules}/channels/email/letter/letter.ts`,
    "import '../../smtp/letter.ts'",
  ],
  [
    'web-speaks-through-contracts',
    'web/console/src/lib/client.ts',
    "import '../../../../server/kernel/errors.ts'",
  ],
  ['server-is-no-client', 'server/serve.ts', "import '../contracts/client.ts'"],
  [
    'features-are-independent',
    'web/console/src/features/people/people.tsx',
    "import '../tickets/desk.tsx'",
  ],
  [
    'ui-and-lib-are-at-the-bottom',
    'web/console/src/lib/client.ts',
    "import '../features/tickets/desk.tsx'",
  ],
  ['ui-knows-no-console', 'web/ui/time.ts', "import '../console/src/lib/client.ts'"],
  ['tests-stay-tests', 'server/app.ts', "import './test/world.ts'"],
];

const root = join(import.meta.dirname, '..');
const copied = [
  'server',
  'web',
  'contracts',
  'tsconfig.json',
  '.dependency-cruiser.cjs',
  'package.json',
];
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const built = (name) => !name.startsWith('graph-') || planted.some(([rule]) => rule === name);

// One copy for all of them: they stand in different places, and each must be answered by its own name.
const copy = mkdtempSync(join(tmpdir(), 'otklik-rules-'));
try {
  for (const part of copied) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [, ...edits] of planted) {
    for (let at = 0; at < edits.length; at += 2) {
      const file = join(copy, edits[at]);
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `\n${edits[at + 1]};\n`);
    }
  }
  const said = cruise(copy);
  const silent = planted.filter(([rule, file]) => !objects(said, rule, file)).map(([rule]) => rule);
  const untried = forbidden
    .map(({ name }) => name)
    .filter((name) => built(name) && !planted.some(([rule]) => rule === name));
  for (const rule of silent) {
    process.stdout.write(`silent: ${rule}\n`);
  }
  for (const rule of untried) {
    process.stdout.write(
      `never tried: ${rule}; plant a violation of it in scripts/check-dependency-rules.mjs\n`,
    );
  }
  process.stdout.write(
    `dependency rules: ${planted.length} violations planted, ${silent.length} not seen\n`,
  );
  process.exitCode = silent.length + untried.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function objects(violations, rule, file) {
  return violations.some(
    (one) => one.rule.name === rule && (one.from === file || rule === 'no-cycles'),
  );
}

function cruise(cwd) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const options = [
    'server',
    'web',
    'contracts',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ];
  let text;
  try {
    text = execFileSync(process.execPath, [bin, ...options], {
      cwd,
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    text = error.stdout;
  }
  return JSON.parse(text.toString()).summary.violations;
}
