const { join } = require('node:path');

/**
 * One project for each kind of test, so that `npx jest --selectProjects unit` runs in seconds. NestJS and what speaks
 * OpenID Connect ship modules that jest cannot load as they are, so those are compiled on the way like our own sources; `test/e2e` runs what was built.
 */
const compiled = {
  '^.+\\.(?:ts|m?js)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    },
  ],
};

const root = join(__dirname, '..');

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: root,
  testEnvironment: 'node',
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
