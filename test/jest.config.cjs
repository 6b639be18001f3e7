const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/**
 * One project for each kind of test, so that `npx jest --selectProjects unit` runs in seconds. NestJS and what speaks
 * OpenID Connect ship modules that jest cannot load as they are, so those are compiled on the way like our own sources; `test/e2e` runs what was built.
 */
const compiledWith = (how) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs', ...how },
  },
];

/** What the `index.ts` of libraries export from. */
const exported = readdirSync(join(root, 'libs')).flatMap((library) =>
  [...readFileSync(join(root, 'libs', library, 'index.ts'), 'utf8').matchAll(/ from '(\..*)';/g)].map(
    ([, file]) => file,
  ),
);

const compiled = {
  // Each file behind an `index.ts` is loaded when something of it is used: a spec of ten lines that needs one builder of
  // people would load NestJS and every context otherwise, which takes longer than the spec.
  '/libs/[^/]+/index\\.ts$': compiledWith({ lazy: exported }),
  '^.+\\.(?:ts|m?js)$': compiledWith({}),
};

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: root,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/harness/forget-storage.cjs'],
  transform: compiled,
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/|jose/|openid-client/|oauth4webapi/)'],
  moduleNameMapper: { '^@evenhand/([^/]+)$': '<rootDir>/libs/$1/index.ts' },
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  ...more,
});

/** What tests share that need servers: one PostgreSQL for the whole run, and nobody left running after it. */
const withServers = {
  globalSetup: '<rootDir>/test/harness/begin-run.cjs',
  globalTeardown: '<rootDir>/test/harness/end-run.cjs',
};

module.exports = {
  // Two at a time: tests that start servers wait for them more than they work.
  maxWorkers: 2,
  testSequencer: join(__dirname, 'longest-first.cjs'),
  // A test fails by what it finds, not by how busy the machine is: this only ends one that hangs.
  testTimeout: 60_000,
  projects: [
    project('unit', ['{apps,libs}/**/*.spec.ts']),
    project('architecture', ['test/architecture/*.spec.ts']),
    project('medium', ['test/medium/**/*.medium-spec.ts'], withServers),
    project('e2e', ['test/e2e/**/*.e2e-spec.ts'], withServers),
    project('browser', ['test/browser/**/*.browser-spec.ts'], withServers),
    project('chaos', ['test/chaos/**/*.chaos-spec.ts'], withServers),
  ],
};
