// Which file may import which: the arrows of the house as rules. Every rule has a planted violation of its name under
// test/architecture/planted. Paths start at the root of a house, so the same rules judge the real one and the planted.

const PURE = ['kernel', 'taxonomy', 'allocation', 'statistics', 'disclosure'];
const SOLVERS = ['allocation', 'disclosure'];

/** What each pure library and each context may know of the other libraries. */
const MAY_KNOW = {
  kernel: [],
  taxonomy: ['kernel'],
  allocation: ['kernel'],
  statistics: ['kernel'],
  disclosure: ['kernel', 'statistics'],
  identity: PURE,
  people: PURE,
  development: [...PURE, 'people'],
  matching: [...PURE, 'people', 'development'],
  mentoring: [...PURE, 'people', 'matching'],
  talent: [...PURE, 'people', 'development'],
  equity: [...PURE, 'people', 'matching', 'mentoring', 'talent'],
  governance: [...PURE, 'people', 'identity'],
};

const CONTEXTS = Object.keys(MAY_KNOW).filter((library) => !PURE.includes(library));
const ADAPTERS = [
  'persistence',
  'queue',
  'files',
  'read-ahead',
  'openid',
  'mail',
  'charts',
  'pages',
  'terminal',
  'config',
  'observability',
  'testing',
];
const APPS = ['server', 'worker', 'cli', 'embedded'];

const anyOf = (names) => `(?:${names.join('|')})`;
const libraries = (...names) => `^libs/${anyOf(names)}/`;

/** A package by its name: a path through node_modules where it is installed, the bare name where it is not. */
const packageNamed = (...names) => `(?:^|node_modules/)${anyOf(names)}(?:/|$)`;
const A_PACKAGE = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
  'unknown',
];

const TESTS = ['[.-]spec\\.ts$', '^test/'];
const TEST_CODE = [...TESTS, libraries('testing'), '^libs/(allocation|disclosure)/oracle/'];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrows = [
  ...Object.entries(MAY_KNOW).map(([library, known]) =>
    rule(
      `what-${library}-may-know`,
      `${library} may know ${known.length === 0 ? 'no other library' : known.join(', ')}: arrows point one way, so a ` +
        'change stays where it was made. For what it may not know it owns a port, and an adapter answers it.',
      { path: libraries(library) },
      // Every spec may use the builders; testing-library-is-for-tests keeps everything else away from them.
      { path: '^libs/', pathNot: libraries(library, ...known, 'testing') },
    ),
  ),
  rule(
    'no-library-knows-an-app',
    'An app wires libraries together; a library that knew one could not serve the others.',
    { path: '^libs/' },
    { path: '^apps/' },
  ),
  rule(
    'no-app-knows-another-app',
    'Every app is a process of its own; what two of them share belongs in a library.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  rule(
    'every-folder-has-its-place',
    'A folder that is in none of the lists here would be bound by none of the rules: give it its place first.',
    {},
    {
      path: '^(?:apps|libs)/',
      pathNot: [libraries(...PURE, ...CONTEXTS, ...ADAPTERS), `^apps/${anyOf(APPS)}/`],
    },
  ),
  rule(
    'no-circle',
    'Two files that need each other are one file, or they hide a third which both need.',
    {},
    { circular: true },
  ),
];

const doors = [
  rule(
    'another-library-through-its-index',
    'What a library does not show in index.ts it may change without asking anybody.',
    { path: '^((?:apps|libs)/[^/]+|test)/' },
    { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/index\\.ts$'] },
  ),
  rule(
    'another-library-by-its-name',
    'A relative path into another library hides in a row of dots that a border was crossed.',
    { path: '^((?:apps|libs)/[^/]+|test)/' },
    { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  ),
  rule(
    'own-library-by-relative-path',
    'A file that enters its own library by the front door needs all of it, itself included.',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/$1/', dependencyTypes: ['aliased'] },
  ),
];

const inside = [
  rule(
    'pure-imports-no-package',
    'A pure result must be the same in ten years, whatever becomes of a package.',
    { path: libraries(...PURE), pathNot: [libraries(...SOLVERS), ...TEST_CODE] },
    { dependencyTypes: A_PACKAGE },
  ),
  rule(
    'solvers-import-only-highs',
    'Linear programs are the one thing that is not worth writing again: highs solves those of allocation and disclosure.',
    { path: libraries(...SOLVERS), pathNot: TEST_CODE },
    { dependencyTypes: A_PACKAGE, pathNot: packageNamed('highs') },
  ),
  rule(
    'pure-imports-no-node-built-in',
    'Files, clocks and networks make a result depend on where and when it is computed; a hash (crypto) does not.',
    { path: libraries(...PURE), pathNot: TEST_CODE },
    { dependencyTypes: ['core'], pathNot: '^(?:node:)?crypto$' },
  ),
  rule(
    'domain-imports-no-package',
    'The domain speaks the words of the field, and no package knows them.',
    { path: '^libs/[^/]+/domain/', pathNot: TESTS },
    { dependencyTypes: A_PACKAGE },
  ),
  rule(
    'domain-imports-no-node-built-in',
    'The domain decides; reading, writing and waiting are for the adapters.',
    { path: '^libs/[^/]+/domain/', pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'domain-does-not-know-its-application',
    'A use case calls the domain. The other way round, a rule could only be tested with everything around it.',
    { path: '^libs/([^/]+)/domain/', pathNot: TESTS },
    { path: '^libs/$1/application/' },
  ),
  rule(
    'application-imports-only-nestjs-common',
    'A use case is wired by Nest and needs no other package: whatever talks to one stands behind a port.',
    { path: libraries(...CONTEXTS), pathNot: ['^libs/[^/]+/domain/', ...TESTS] },
    { dependencyTypes: A_PACKAGE, pathNot: packageNamed('@nestjs/common') },
  ),
  rule(
    'application-imports-no-node-built-in',
    'Files, clocks and networks stand behind ports, so that a use case runs in memory as it runs in earnest.',
    { path: libraries(...CONTEXTS), pathNot: ['^libs/[^/]+/domain/', ...TESTS] },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'rows-stay-in-persistence',
    'A row has the shape of its table. Out of its library it would tie everybody to the tables.',
    { pathNot: '^libs/persistence/(?!index\\.ts$)' },
    { path: '\\.row\\.ts$' },
  ),
];

const programs = [
  rule(
    'worker-loads-no-http',
    'A worker that can answer requests is a second server which nobody protects. (That it does not import the server ' +
      'says no-app-knows-another-app.)',
    { path: '^apps/worker/' },
    { path: packageNamed('express', '@nestjs/platform-express'), reachable: true },
  ),
  rule(
    'server-loads-no-processor',
    'A processor in the server would take jobs from the queue and solve them while somebody waits for a page.',
    { path: '^apps/server/' },
    { path: '\\.processor\\.ts$', reachable: true },
  ),
  rule(
    'production-needs-no-development-package',
    'Development packages are not there where the product runs.',
    { pathNot: TEST_CODE },
    { dependencyTypes: ['npm-dev'] },
  ),
  rule(
    'every-package-is-listed',
    'A package that came along with another one leaves with it, and its version is nobody’s choice.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

const tests = [
  rule(
    'testing-library-is-for-tests',
    'Builders make up people and ports in memory forget them: neither has a place in the product.',
    { pathNot: TEST_CODE },
    { path: libraries('testing') },
  ),
  rule(
    'oracle-is-for-tests',
    'The oracle is slow on purpose and exists to doubt the solver; a solver that asks it can no longer be doubted.',
    { pathNot: TEST_CODE },
    { path: '^libs/(allocation|disclosure)/oracle/' },
  ),
  rule(
    'verifier-knows-nobody',
    'Whoever doubts the engine must be able to believe the verifier alone: it shares no code, not even a type, with ' +
      'what it judges.',
    { path: '^libs/allocation/verifier/', pathNot: TESTS },
    { path: '.', pathNot: ['^libs/allocation/verifier/', '^(?:node:)?crypto$'] },
  ),
  rule(
    'tests-are-imported-by-tests',
    'A test is no part of what is delivered, so nothing that is delivered may need it.',
    { pathNot: TEST_CODE },
    { path: TESTS },
  ),
];

module.exports = {
  forbidden: [...arrows, ...doors, ...inside, ...programs, ...tests],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // An import of a type is an arrow like any other, although the compiler erases it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^test/architecture/planted/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
