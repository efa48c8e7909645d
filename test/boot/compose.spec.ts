import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readEnvironment } from '../../src/platform/config/configuration.js';

interface Service {
  image?: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  read_only?: boolean;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

const composeText = read('docker-compose.yml');
const compose = parse(composeText, { merge: true }) as {
  services: Record<'api' | 'worker' | 'postgres', Service>;
  volumes: Record<string, unknown>;
};
const dockerfile = read('Dockerfile');
const documented = new Map(
  [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]*)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);
const { api, worker, postgres } = compose.services;

describe('.env.example', () => {
  it('names every setting that the configuration reads, and no other', () => {
    const settings = [...read('src/platform/config/configuration.ts').matchAll(/^ {2}([A-Z][A-Z_]*): /gm)];
    const names = settings.map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(10);
    expect([...documented.keys()].sort()).toEqual([...names, 'POSTGRES_PASSWORD'].sort());
  });

  it('shows the defaults', () => {
    const defaults = Object.entries(readEnvironment({})).filter(([, value]) => value !== undefined);
    expect(defaults.length).toBeGreaterThan(5);
    expect(defaults.map(([name, value]) => [name, String(value)])).toEqual(
      defaults.map(([name]) => [name, documented.get(name)]),
    );
  });

  it('holds no secret', () => {
    for (const name of ['BUREAU_SECRET', 'BUREAU_ADMIN_PASSWORD', 'OBJECT_STORAGE_SECRET', 'POSTGRES_PASSWORD']) {
      expect([name, documented.get(name)]).toEqual([name, '']);
    }
  });
});

describe('docker-compose.yml', () => {
  const uses = [...composeText.matchAll(/\$\{([A-Z_]+)(:[-?])?([^}]*)\}/g)].map(([, name, operator, rest]) => ({
    name: name!,
    operator,
    rest: rest!,
  }));

  it('uses only variables that .env.example explains', () => {
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter(({ name }) => !documented.has(name))).toEqual([]);
  });

  it('sets only variables that the configuration knows', () => {
    for (const service of [api, worker]) {
      expect(Object.keys(service.environment).filter((name) => !documented.has(name))).toEqual([]);
    }
  });

  it('has no default for a secret and asks for each by name, except those of a bucket and an identity provider, which may be none', () => {
    const mayBeNone = new Set(['OBJECT_STORAGE_SECRET', 'OIDC_CLIENT_SECRET']);
    const secrets = uses.filter(({ name }) => /SECRET|PASSWORD/.test(name) && !mayBeNone.has(name));
    expect(uses.filter(({ name }) => mayBeNone.has(name)).map(({ rest }) => rest)).toEqual(['', '']);
    expect(new Set(secrets.map(({ name }) => name))).toEqual(
      new Set(['BUREAU_SECRET', 'BUREAU_ADMIN_PASSWORD', 'POSTGRES_PASSWORD']),
    );
    for (const { name, operator, rest } of secrets) {
      expect([name, operator, rest]).toEqual([name, ':?', expect.stringContaining(name)]);
    }
  });

  it('gives API and worker the same database and secret', () => {
    for (const name of ['DATABASE_URL', 'BUREAU_SECRET']) {
      expect(worker.environment[name]).toBe(api.environment[name]);
    }
    expect(api.environment['DATABASE_URL']).toMatch(/@postgres:5432\/bureau$/);
    expect(postgres.environment['POSTGRES_DB']).toBe('bureau');
  });

  it('starts each part when what it needs is healthy', () => {
    expect(api.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(worker.depends_on).toEqual({ api: { condition: 'service_healthy' } });
    expect(postgres.healthcheck?.test).toContain('pg_isready');
  });

  it('keeps the data where PostgreSQL 18 puts it', () => {
    expect(postgres.image).toBe('postgres:18');
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(Object.keys(compose.volumes)).toEqual(['files', 'mail', 'postgres']);
  });

  it('gives API and worker nothing to write on but files and mails, which they share', () => {
    for (const { volumes, read_only: isReadOnly } of [api, worker])
      expect([volumes, isReadOnly]).toEqual([['files:/var/lib/bureau/files', 'mail:/var/lib/bureau/mail'], true]);
    expect(dockerfile).toMatch(/^ENV .*\bFILES_DIR=\/var\/lib\/bureau\/files MAIL_DIR=\/var\/lib\/bureau\/mail$/m);
    expect(dockerfile.indexOf('chown node:node /var/lib/bureau/files /var/lib/bureau/mail')).toBeLessThan(
      dockerfile.lastIndexOf('USER node'),
    );
    expect(documented.has('DATA_DIR')).toBe(true);
    expect(dockerfile).not.toContain('DATA_DIR');
  });

  it('publishes the port of the image to this machine only, by default the one of npm start', () => {
    expect(api.ports).toEqual([`127.0.0.1:\${PORT:-${readEnvironment({}).PORT}}:${exposedPort()}`]);
    expect([worker.ports, postgres.ports]).toEqual([undefined, undefined]);
  });
});

describe('Dockerfile', () => {
  it('listens on the port that it exposes', () => {
    expect(dockerfile).toMatch(new RegExp(`^ENV .*\\bPORT=${exposedPort()}\\b`, 'm'));
    expect(dockerfile).toMatch(/^ENV .*\bHOST=0\.0\.0\.0\b/m);
  });

  it('does not run as root and reports readiness', () => {
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK [^]*\/health\/ready/m);
  });

  it.each([
    ['the API', /^CMD (\[.*\])$/m.exec(dockerfile)?.[1]],
    ['the worker', JSON.stringify(worker.command)],
  ])('starts an entry point that exists: %s', (_case, command) => {
    const entry = (JSON.parse(command!) as string[]).find((argument) => argument.startsWith('dist/'));
    const source = entry!.replace(/^dist\/app\//, 'src/').replace(/\.js$/, '.ts');
    expect([source, existsSync(join(import.meta.dirname, '../..', source))]).toEqual([source, true]);
  });
});

function exposedPort(): string {
  return /^EXPOSE (\d+)$/m.exec(dockerfile)![1]!;
}
