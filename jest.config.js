import { existsSync, readdirSync, readFileSync } from 'node:fs';

// NestJS 12 and several libraries are ESM only; Jest loads them compiled to CommonJS by swc.
const esmOnly = [];
(function scan(folder) {
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`;
    if (name.startsWith('@') && !existsSync(`${path}/package.json`)) {
      scan(path);
    } else if (existsSync(`${path}/package.json`)) {
      const { type } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8'));
      if (type === 'module') esmOnly.push(path.slice('node_modules/'.length));
    }
  }
})('node_modules');

const javascript = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', keepClassNames: true },
};
const typescript = {
  ...javascript,
  jsc: {
    ...javascript.jsc,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const shared = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/properties.ts'],
  moduleNameMapper: {
    '^#(kernel|platform|modules)/(.*)\\.js$': '<rootDir>/src/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', typescript], '^.+\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

// Pure specs stand beside the file that they check and need nothing; everything under test/ runs against one built
// server and one PostgreSQL, which the global set-up starts.
export default {
  coverageProvider: 'v8',
  // Specs wait for processes and timers much of the time, so none of the processors is kept for anything else.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '768MB',
  // Nothing is told from how long a test takes: machines are shared, and some run all of this at a tenth of the speed.
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/scripts', '<rootDir>/src'], testRegex: '\\.spec\\.ts$' },
    {
      ...shared,
      displayName: 'e2e',
      roots: ['<rootDir>/test'],
      testRegex: '\\.spec\\.ts$',
      globalSetup: './test/global-setup.mjs',
      globalTeardown: './test/global-teardown.mjs',
    },
  ],
};
