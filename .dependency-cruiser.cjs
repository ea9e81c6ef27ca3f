/**
 * The architecture, as rules a machine can refuse.
 * `mayUse` is the module graph. Adding an edge is a design decision: it needs a page in docs/decisions.
 * Everything else flows the other way as an event or a policy.
 */
const ground = ['identity'];
const people = [...ground, 'customers'];
const desk = [...people, 'tickets'];
const mayUse = {
  identity: [],
  audit: ground,
  customers: ground,
  tickets: people,
  calendars: ground,
  sla: [...desk, 'calendars', 'availability'],
  availability: [...desk, 'calendars'],
  routing: [...desk, 'calendars', 'availability'],
  workflow: desk,
  rules: [...desk, 'calendars', 'templates', 'availability', 'workflow'],
  recurring: [...desk, 'calendars', 'templates'],
  knowledge: desk,
  surveys: desk,
  notifications: [...desk, 'calendars', 'channels', 'templates'],
  templates: desk,
  channels: desk,
  assets: people,
  contracts: [...people, 'assets'],
  field: [...desk, 'assets'],
  routes: [...desk, 'channels', 'availability'],
  lab: [...desk, 'sla', 'routing', 'rules', 'availability'],
  bots: [...desk, 'channels', 'knowledge'],
  intelligence: [...desk, 'knowledge'],
  integrations: [...desk, 'channels'],
  search: desk,
  guide: ground,
  removals: [],
  demo: [...desk, 'channels', 'templates'],
  analytics: [...desk, 'sla', 'routing', 'channels', 'knowledge', 'surveys', 'assets', 'field'],
};

const test =
  '\\.test\\.tsx?$|^server/test/|/test-(harness|letters|tickets)\\.ts$|^web/console/src/test/';
const tools = '^(scripts|bench|corpora|e2e)/';
const inside = (name) => `^server/modules/${name}/`;
const write = '[-/]store\\.ts$';
const kinds = 'email|smtp|form|chat|telegram|whatsapp|vk|max|viber|phone|mqtt';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const moduleGraph = Object.entries(mayUse).map(([name, allowed]) =>
  rule(
    `graph-${name}`,
    `${name} may use only: ${allowed.join(', ') || 'the kernel'}; of those, only public.ts.`,
    { path: inside(name), pathNot: test },
    {
      path: '^server/modules/',
      pathNot: [inside(name), ...allowed.map((other) => `${inside(other)}public\\.ts$`)],
    },
  ),
);

module.exports = {
  forbidden: [
    rule('no-cycles', 'Type imports included.', { pathNot: test }, { circular: true }),
    rule(
      'kernel-knows-no-domain',
      'The kernel knows no word of the business.',
      { path: '^server/kernel/', pathNot: test },
      { path: '^server/', pathNot: '^server/(kernel/|version\\.ts$)' },
    ),
    rule(
      'module-is-listed',
      'A folder under modules/ that is not in mayUse has no rules; list it.',
      { path: '^server/modules/', pathNot: [...Object.keys(mayUse).map(inside), test] },
      {},
    ),
    ...moduleGraph,
    rule(
      'only-the-app-wires-modules',
      'A module is a value in a list that only app.ts makes.',
      { path: '^server/', pathNot: ['^server/app\\.ts$', test] },
      { path: '^server/modules/[^/]+/module\\.ts$' },
    ),
    rule(
      'from-outside-by-the-front-door',
      'Outside modules/ a module is reached by its public.ts, and by module.ts in app.ts.',
      { path: '^server/', pathNot: ['^server/modules/', test] },
      { path: '^server/modules/', pathNot: '^server/modules/[^/]+/(public|module)\\.ts$' },
    ),
    rule(
      'rules-are-pure',
      'Rules see types and refusals; no database, no clock, no network.',
      { path: '^server/modules/[^/]+/rules(\\.ts$|/)', pathNot: test },
      {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^server/modules/[^/]+/(schema|events)\\.ts$',
          '^server/modules/[^/]+/[a-z-]+\\.data\\.ts$',
          '^server/modules/[^/]+/rules',
          '^server/kernel/(errors|events|text|text-variables)\\.ts$',
          '^server/kernel/words/',
          '^server/kernel/liquid/',
          'node_modules/(zod|libphonenumber-js|rrule-temporal)/',
        ],
      },
    ),
    rule(
      'commands-do-not-nest',
      'A command emits; who else should act subscribes. What two commands share stands beside them.',
      { path: '/commands/[^/]+\\.ts$', pathNot: test },
      { path: '/commands/[^/]+\\.ts$' },
    ),
    rule(
      'sql-lives-in-stores-and-queries',
      'Where a statement is, one knows by the name of the file.',
      {
        path: '^server/modules/',
        pathNot: [write, '/queries/', '/(schema|tables|visibility)\\.ts$', test],
      },
      { path: 'node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'readers-do-not-write',
      'Queries, routes, live views and subscribers write by commands only.',
      {
        path: '^server/modules/.*/((queries|subscribers|http|routes)/|(routes|live-view)\\.ts$)',
        pathNot: test,
      },
      { path: write, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'routes-are-thin',
      'A route is a row: method, path, command or query, summary.',
      { path: '^server/modules/[^/]+/routes\\.ts$' },
      {
        path: `${write}|^server/modules/[^/]+/rules(\\.ts$|/)|^server/kernel/(database|html/)|node_modules/`,
      },
    ),
    rule(
      'http-framework-stays-in-the-kernel',
      'Modules say routes; only the kernel and the root know what serves them.',
      { path: '^server/', pathNot: ['^server/kernel/http\\.ts$', '^server/[a-z-]+\\.ts$', test] },
      { path: 'node_modules/(@fastify|fastify)/' },
    ),
    rule(
      'job-queue-stays-in-the-kernel',
      'Modules name jobs; only the kernel knows what runs them.',
      { path: '^server/', pathNot: ['^server/kernel/jobs', test] },
      { path: 'node_modules/pg-boss/' },
    ),
    rule(
      'channels-do-not-know-each-other',
      'What two kinds share stands above both.',
      { path: `^server/modules/channels/(${kinds})/`, pathNot: test },
      { path: `^server/modules/channels/(${kinds})/`, pathNot: '^server/modules/channels/$1/' },
    ),
    rule(
      'web-speaks-through-contracts',
      'The console knows the server by its API only.',
      { path: '^(web|widget)/' },
      { path: '^server/' },
    ),
    rule(
      'server-is-no-client',
      'The server builds on nothing that is made for people or for trying it out.',
      { path: '^server/', pathNot: test },
      { path: '^(web|widget|contracts|scripts|bench|corpora|e2e)/' },
    ),
    rule(
      'features-are-independent',
      'Features never import each other; app/ composes them.',
      { path: '^web/console/src/features/([^/]+)/', pathNot: test },
      { path: '^web/console/src/(app|features)/', pathNot: '^web/console/src/features/$1/' },
    ),
    rule(
      'ui-and-lib-are-at-the-bottom',
      'What everything builds on knows nothing of it.',
      { path: '^web/(ui|console/src/lib)/', pathNot: test },
      { path: '^web/console/src/(app|features)/' },
    ),
    rule(
      'ui-knows-no-console',
      'The design system serves every place, so it knows none.',
      { path: '^web/ui/', pathNot: test },
      { path: '^web/(?!ui/)' },
    ),
    rule(
      'tests-stay-tests',
      'What is served must not need what tries it.',
      { pathNot: [test, tools] },
      { path: test },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
