import { randomBytes } from 'node:crypto';
import { Configuration, readEnvironment, requiredSecret } from './configuration.js';

const secret = '9d27be458f10c7e92b36d5a84ce07f2b';
const url = 'postgres://bureau:5a84ce07f2b9@127.0.0.1:5432/bureau';

describe('an environment without settings', () => {
  const defaults = {
    HOST: '127.0.0.1',
    PORT: 3000,
    DATABASE_POOL_SIZE: 10,
    DATA_DIR: '.data',
    FILES_MOST_MIB: 25,
    FILES_QUOTA_MIB: 10_240,
    OBJECT_STORAGE_REGION: 'auto',
    OTEL_SERVICE_NAME: 'bureau',
    OTEL_TRACES_SAMPLER_ARG: 1,
    BUREAU_ADMIN_EMAIL: 'admin@localhost.localdomain',
    BUREAU_ORGANIZATION_NAME: 'My organization',
    BUREAU_LEGAL_ENTITY_NAME: 'My company',
    BUREAU_CURRENCY: 'EUR',
    BUREAU_TIME_ZONE: 'UTC',
    BUREAU_TEST_ORGANIZATION: false,
    LOG_LEVEL: 'info',
    DOCS: 'open',
    RATE_LIMIT_CREDENTIAL: 12_000,
    RATE_LIMIT_ORGANIZATION: 30_000,
    RATE_LIMIT_ADDRESS: 600,
    WEBHOOK_PORTS: [443],
    MAIL_FROM: 'Bureau <bureau@localhost.localdomain>',
    OIDC_SCOPE: 'openid email',
    SHUTDOWN_DELAY: 0,
    SHUTDOWN_LIMIT: 25,
    JOB_LEASE: 30,
  };

  it('is complete', () => {
    expect(readEnvironment({})).toEqual(defaults);
    expect(readEnvironment({ UNKNOWN: 'x', PATH: '/bin' })).toEqual(defaults);
  });

  it('is the same as one whose settings are empty, as docker compose leaves them', () => {
    const names = [
      ...Object.keys(defaults),
      'DATABASE_URL',
      'DATABASE_APP_URL',
      'FILES_DIR',
      'OBJECT_STORAGE_URL',
      'OBJECT_STORAGE_KEY_ID',
      'OBJECT_STORAGE_SECRET',
      'BUREAU_SECRET',
      'BUREAU_ADMIN_PASSWORD',
      'LOG_FORMAT',
      'METRICS_TOKEN',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'CORS_ORIGINS',
      'WEBHOOK_NETWORKS',
      'SMTP_URL',
      'MAIL_DIR',
      'APP_URL',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_REDIRECT_URL',
    ];
    expect(readEnvironment(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults);
  });
});

it.each<[string, string, unknown]>([
  ['PORT', '0', 0],
  ['PORT', '65535', 65_535],
  ['TRUSTED_PROXIES', '127.0.0.1', '127.0.0.1'],
  ['TRUSTED_PROXIES', '10.0.0.0/8, ::1,fd00::/8', '10.0.0.0/8, ::1,fd00::/8'],
  ['HOST', '0.0.0.0', '0.0.0.0'],
  ['DATABASE_URL', url, url],
  ['DATABASE_URL', 'postgresql:///bureau?host=/run/postgresql', 'postgresql:///bureau?host=/run/postgresql'],
  ['DATABASE_APP_URL', url, url],
  ['DATABASE_POOL_SIZE', '1', 1],
  ['DATABASE_POOL_SIZE', '200', 200],
  ['BUREAU_SECRET', secret, secret],
  ['BUREAU_ADMIN_EMAIL', 'anna.berg@example.com', 'anna.berg@example.com'],
  ['BUREAU_ADMIN_PASSWORD', 'fifteen letters', 'fifteen letters'],
  ['BUREAU_ADMIN_PASSWORD', 'x'.repeat(128), 'x'.repeat(128)],
  ['BUREAU_CURRENCY', 'SEK', 'SEK'],
  ['BUREAU_TIME_ZONE', 'Europe/Stockholm', 'Europe/Stockholm'],
  ['BUREAU_TEST_ORGANIZATION', 'true', true],
  ['LOG_LEVEL', 'debug', 'debug'],
  ['LOG_FORMAT', 'json', 'json'],
  ['METRICS_TOKEN', secret, secret],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4318', 'http://localhost:4318'],
  ['OTEL_SERVICE_NAME', 'books', 'books'],
  ['OTEL_TRACES_SAMPLER_ARG', '0', 0],
  ['OTEL_TRACES_SAMPLER_ARG', '0.25', 0.25],
  ['OTEL_TRACES_SAMPLER_ARG', '1.0', 1],
  ['DOCS', 'authenticated', 'authenticated'],
  ['CORS_ORIGINS', 'https://shop.example.com', ['https://shop.example.com']],
  [
    'CORS_ORIGINS',
    'https://shop.example.com, http://localhost:5173 https://xn--bcher-kva.example',
    ['https://shop.example.com', 'http://localhost:5173', 'https://xn--bcher-kva.example'],
  ],
  ['RATE_LIMIT_CREDENTIAL', '0', 0],
  ['RATE_LIMIT_ADDRESS', '999999999', 999_999_999],
  ['WEBHOOK_PORTS', '443, 8443', [443, 8443]],
  ['WEBHOOK_NETWORKS', '127.0.0.0/8,::1', '127.0.0.0/8,::1'],
  ['SMTP_URL', 'smtps://anna:s%40cret@mail.example.com:465', 'smtps://anna:s%40cret@mail.example.com:465'],
  ['SMTP_URL', 'smtp://[::1]:2525?tls=optional', 'smtp://[::1]:2525?tls=optional'],
  ['MAIL_FROM', 'Back office <office@example.com>', 'Back office <office@example.com>'],
  ['APP_URL', 'https://office.example.com/app/', 'https://office.example.com/app/'],
  ['OIDC_ISSUER', 'https://login.example.com/realms/one', 'https://login.example.com/realms/one'],
  ['OIDC_ISSUER', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['OIDC_SCOPE', 'openid email profile', 'openid email profile'],
  ['SHUTDOWN_DELAY', '5', 5],
  ['SHUTDOWN_LIMIT', '600', 600],
  ['JOB_LEASE', '600', 600],
])('takes %s=%s', (name, text, value) => {
  expect(readEnvironment({ [name]: text })).toMatchObject({ [name]: value });
});

describe('a setting that cannot be used is refused with its name', () => {
  it.each<[string, string, RegExp]>([
    ['PORT', '65536', /<=65535/],
    ...['true', '*', '127.0.0.1,', '127.0.0.1/33', '::1/129', '10.0.0.0/8/8', 'proxy.example.com', '10.0.0'].map(
      (text): [string, string, RegExp] => ['TRUSTED_PROXIES', text, /IP addresses/],
    ),
    ['PORT', '-1', /number/],
    ['PORT', '80.5', /number/],
    ['PORT', 'http', /number/],
    ['PORT', ' ', /number/],
    ['PORT', '0x50', /number/],
    ['DATABASE_URL', 'mysql://localhost/bureau', /must start with postgres:\/\//],
    ['DATABASE_URL', '127.0.0.1', /must start with postgres:\/\//],
    ['DATABASE_APP_URL', 'http://localhost', /must start with postgres:\/\//],
    ['DATABASE_POOL_SIZE', '0', />=1/],
    ['DATABASE_POOL_SIZE', '201', /<=200/],
    ['DATABASE_POOL_SIZE', 'many', /number/],
    ['BUREAU_SECRET', 'short', /at least 32 characters/],
    ['BUREAU_SECRET', 'x'.repeat(31), /at least 32 characters/],
    ['BUREAU_SECRET', 'x'.repeat(32), /random text/],
    ['BUREAU_SECRET', 'b0'.repeat(32), /random text/],
    ['BUREAU_SECRET', '0123456789abcdef0123456789abcdef', /random text/],
    ['BUREAU_SECRET', '12345678901234567890qwertyuiopasdfghjkl', /random text/],
    ['BUREAU_SECRET', 'Change-Me to something nobody else has', /random text/],
    ['BUREAU_SECRET', 'the-secret-of-my-back-office-at-home', /random text/],
    ['METRICS_TOKEN', 'm'.repeat(32), /random text/],
    ['METRICS_TOKEN', 'a-password-for-prometheus-and-nobody', /random text/],
    ['DATABASE_URL', 'postgres://bureau:change-me@127.0.0.1:5432/bureau', /out of a manual/],
    ['DATABASE_URL', 'postgresql://bureau:password@127.0.0.1/bureau', /out of a manual/],
    ['DATABASE_APP_URL', 'postgres://bureau_api:changeme@db/bureau', /out of a manual/],
    ['BUREAU_ADMIN_EMAIL', 'administrator', /not an e-mail address/],
    ['BUREAU_ADMIN_PASSWORD', 'fourteen chars', /at least 15 characters/],
    ['BUREAU_ADMIN_PASSWORD', 'x'.repeat(129), /128/],
    ['BUREAU_ORGANIZATION_NAME', 'x'.repeat(201), /200/],
    ['BUREAU_LEGAL_ENTITY_NAME', 'x'.repeat(201), /200/],
    ['BUREAU_CURRENCY', 'eur', /ISO 4217/],
    ['BUREAU_CURRENCY', 'EURO', /ISO 4217/],
    ['BUREAU_TIME_ZONE', 'Europe/Atlantis', /IANA time zone/],
    ['BUREAU_TEST_ORGANIZATION', 'yes', /true or false/],
    ['LOG_LEVEL', 'chatty', /error.*warn.*info.*debug/],
    ['LOG_FORMAT', 'xml', /json.*text/],
    ['METRICS_TOKEN', 'short', /at least 32 characters/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318', /URL of a collector/],
    ...['1.1', '-0.5', '10%', '.5'].map((text): [string, string, RegExp] => [
      'OTEL_TRACES_SAMPLER_ARG',
      text,
      /from 0 to 1/,
    ]),
    ['DOCS', 'public', /open.*authenticated.*off/],
    ['CORS_ORIGINS', '*', /name origins/],
    ['CORS_ORIGINS', 'null', /name origins/],
    ['CORS_ORIGINS', 'https://shop.example.com/', /name origins/],
    ['CORS_ORIGINS', 'https://shop.example.com:443', /name origins/],
    ['CORS_ORIGINS', 'https://*.example.com', /name origins/],
    ['CORS_ORIGINS', 'shop.example.com', /name origins/],
    ['CORS_ORIGINS', 'https://shop.example.com,file:///srv', /name origins/],
    ['RATE_LIMIT_ORGANIZATION', '-1', /whole number/],
    ['WEBHOOK_PORTS', '0', /must be ports/],
    ['WEBHOOK_PORTS', '443;8443', /must be ports/],
    ['WEBHOOK_PORTS', '65536', /must be ports/],
    ['WEBHOOK_NETWORKS', 'localhost', /IP addresses/],
    ...['http://mail.example.com', 'smtp://', 'smtp://mail.example.com/x', 'smtp://h?pool=true', 'smtp://a:%zz@h'].map(
      (text): [string, string, RegExp] => ['SMTP_URL', text, /URL of an SMTP server/],
    ),
    ...['Bureau', 'a@b,c@d', 'Bureau <a@b> <c@d>', 'x\r\nBcc: y <a@b>'].map((text): [string, string, RegExp] => [
      'MAIL_FROM',
      text,
      /must be a sender/,
    ]),
    ...['office.example.com', 'javascript:alert(1)', 'https://office.example.com/#x', 'https://a:b@c'].map(
      (text): [string, string, RegExp] => ['APP_URL', text, /address of the front office/],
    ),
    ...['http://login.example.com', 'login.example.com', 'https://a@b', 'https://b/?x', 'https://b#x'].map(
      (text): [string, string, RegExp] => ['OIDC_ISSUER', text, /OpenID provider/],
    ),
    ...['email', 'openid,email', 'openid  email'].map((text): [string, string, RegExp] => [
      'OIDC_SCOPE',
      text,
      /scopes/,
    ]),
    ['SHUTDOWN_DELAY', '301', /<=300/],
    ['SHUTDOWN_LIMIT', '0', />=1/],
    ['JOB_LEASE', '0', />=1/],
  ])('%s=%s', (name, text, reason) => {
    const refused = refusalOf({ [name]: text });
    const [line = ''] = refused.split('\n').slice(1);
    expect(line).toMatch(new RegExp(`^  ${name} `));
    expect(line).toMatch(reason);
    expect(refused).toContain('See .env.example');
  });

  it.each(['hex', 'base64url'] as const)('but no random text in %s is', (encoding) => {
    for (let round = 0; round < 1000; round += 1) {
      const text = randomBytes(encoding === 'hex' ? 16 : 24).toString(encoding);
      expect(readEnvironment({ BUREAU_SECRET: text, METRICS_TOKEN: text })).toMatchObject({ BUREAU_SECRET: text });
    }
  });

  it('and all of them at once, without quoting passwords', () => {
    const refused = refusalOf({
      PORT: 'x',
      BUREAU_SECRET: 'hunter2',
      BUREAU_ADMIN_PASSWORD: 'swordfish',
      METRICS_TOKEN: 'melville',
      DATABASE_URL: 'mysql://root:toor@localhost',
    });
    expect(
      refused
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual(['PORT', 'DATABASE_URL', 'BUREAU_SECRET', 'BUREAU_ADMIN_PASSWORD', 'METRICS_TOKEN']);
    expect(refused).not.toMatch(/hunter2|swordfish|toor|melville/);
  });
});

function refusalOf(variables: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was accepted');
}

describe('the secret of processes that share a database', () => {
  it('has to be given', () => {
    expect(requiredSecret(readEnvironment({ BUREAU_SECRET: secret }))).toBe(secret);
    expect(() => requiredSecret(readEnvironment({}))).toThrow('BUREAU_SECRET');
  });
});

describe('the application', () => {
  const owner = 'postgres://owner@localhost/bureau';

  it('connects as the owner, to take on its own role, or with a login of its own', () => {
    expect(new Configuration(readEnvironment({}), owner, secret).appUrl).toBe(owner);
    expect(new Configuration(readEnvironment({ DATABASE_APP_URL: url }), owner, secret).appUrl).toBe(url);
  });

  it('listens and pools as set', () => {
    const environment = readEnvironment({ HOST: '0.0.0.0', PORT: '80', DATABASE_POOL_SIZE: '7' });
    const { host, port, poolSize } = new Configuration(environment, owner, secret);
    expect([host, port, poolSize]).toEqual(['0.0.0.0', 80, 7]);
  });
});
