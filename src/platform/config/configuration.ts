import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { substanceOf } from '#kernel/substance.js';
import { isTimeZone } from '#kernel/time-zone.js';
import { readMailAddress } from '../mail/mail-address.js';

/** Plain digits: other spellings of a number are more likely a mistake than meant. */
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankAsUnset, type.optional());
const withDefault = <T extends z.ZodType>(type: T, value: z.input<T>) =>
  z.preprocess((given) => blankAsUnset(given) ?? value, type);

/** `openssl rand -hex 32` gives 60 or so; a phrase of documentation, or one key held down, is no secret. */
const LEAST_SUBSTANCE = 16;
const PLACEHOLDER = /change.?me|example|password|secret|bureau/i;
const randomText = z
  .string()
  .min(32, { error: 'must have at least 32 characters of random text', abort: true })
  .refine((text) => substanceOf(text.toLowerCase()) >= LEAST_SUBSTANCE && !PLACEHOLDER.test(text), {
    error: 'must be random text, such as openssl rand -hex 32 makes: this one can be guessed',
  });

/** What stands for a password in documentation, ours included. */
const DEFAULT_PASSWORDS = ['change-me', 'changeme', 'password'];
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres://' })
  .refine((text) => !URL.canParse(text) || !DEFAULT_PASSWORDS.includes(new URL(text).password), {
    error: 'has a password out of a manual: give the role one of its own (openssl rand -hex 16)',
  });

const timeZone = z.string().refine(isTimeZone, { error: 'is not an IANA time zone, e.g. Europe/Stockholm' });
const yesOrNo = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((text) => text === 'true');

/** IP addresses and networks, e.g. 10.0.0.0/8. */
const addresses = z.string().refine((text) => text.split(',').every((one) => isNetwork(one.trim())), {
  error: 'must be IP addresses or networks with commas between, e.g. 127.0.0.1,10.0.0.0/8',
});

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^[0-9]{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}

/** Scheme, host and port as a browser sends them in `Origin`: no path, no trailing slash, no default port. */
const isOrigin = (text: string) =>
  /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((all) => all.every(isOrigin), {
    error: 'must name origins, e.g. https://shop.example.com, with commas between',
  });

const ports = z
  .string()
  .transform((text) => text.split(',').map((port) => port.trim()))
  .refine((all) => all.every((port) => /^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535), {
    error: 'must be ports with commas between, e.g. 443,8443',
  })
  .transform((all) => all.map(Number));

/** Of S3 and whatever speaks like it: the name of the bucket in the path, or in the host. */
const bucketUrl = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), {
  error: 'must be the URL of a bucket, e.g. https://s3.example.com/bureau',
});

const collectorUrl = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), {
  error: 'must be the URL of a collector, e.g. http://localhost:4318',
});

/** From 0, none, to 1, all. */
const share = z
  .string()
  .regex(/^(?:0(?:\.[0-9]+)?|1(?:\.0+)?)$/, { error: 'must be a number from 0 to 1, e.g. 0.1' })
  .transform(Number);
/** Name and password in it are written as URLs have them; only TLS is told by a parameter. */
const smtpUrl = z.string().refine(isSmtpUrl, {
  error: 'must be the URL of an SMTP server, e.g. smtps://name:password@mail.example.com',
});

function isSmtpUrl(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, search, hash, username, password } = new URL(text);
  const isReadable = [username, password].every((part) => /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(part));
  return (
    isReadable &&
    hostname !== '' &&
    ['', '/'].includes(pathname) &&
    ['', '?tls=optional'].includes(search) &&
    hash === ''
  );
}

/** The address of a page, to which paths are added. */
const pageUrl = z
  .string()
  .refine((text) => /^https?:\/\/[^?#\s]+$/.test(text) && URL.canParse(text) && new URL(text).username === '', {
    error: 'must be the address of the front office, e.g. https://office.example.com',
  });

/** Of an OpenID provider; plain HTTP only on this machine, to try it. */
const issuerUrl = z.string().refine(isIssuer, {
  error: 'must be the address of an OpenID provider, e.g. https://login.example.com',
});

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
  return isSafe && username === '' && search === '' && hash === '';
}

/** The first is what makes it OpenID Connect. */
const scopes = z.string().regex(/^openid( [!#-[\]-~]+)*$/, {
  error: 'must be scopes with blanks between, openid the first, e.g. openid email',
});

/** Every setting of Bureau, read once from the environment. `.env.example` documents each. */
const schema = z.object({
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(wholeNumber(0, 65_535), '3000'),
  TRUSTED_PROXIES: optional(addresses),
  DATABASE_URL: optional(databaseUrl),
  DATABASE_APP_URL: optional(databaseUrl),
  DATABASE_POOL_SIZE: withDefault(wholeNumber(1, 200), '10'),
  DATA_DIR: withDefault(z.string(), '.data'),
  FILES_DIR: optional(z.string()),
  FILES_MOST_MIB: withDefault(wholeNumber(1, 4096), '25'),
  FILES_QUOTA_MIB: withDefault(wholeNumber(1, 999_999_999), '10240'),
  OBJECT_STORAGE_URL: optional(bucketUrl),
  OBJECT_STORAGE_REGION: withDefault(z.string(), 'auto'),
  OBJECT_STORAGE_KEY_ID: optional(z.string()),
  OBJECT_STORAGE_SECRET: optional(z.string()),
  BUREAU_SECRET: optional(randomText),
  BUREAU_ADMIN_EMAIL: withDefault(z.email({ error: 'is not an e-mail address' }), 'admin@localhost.localdomain'),
  BUREAU_ADMIN_PASSWORD: optional(z.string().min(15, { error: 'must have at least 15 characters' }).max(128)),
  BUREAU_ORGANIZATION_NAME: withDefault(z.string().max(200), 'My organization'),
  BUREAU_LEGAL_ENTITY_NAME: withDefault(z.string().max(200), 'My company'),
  BUREAU_CURRENCY: withDefault(z.string().regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code, e.g. EUR' }), 'EUR'),
  BUREAU_TIME_ZONE: withDefault(timeZone, 'UTC'),
  BUREAU_TEST_ORGANIZATION: withDefault(yesOrNo, 'false'),
  LOG_LEVEL: withDefault(z.enum(['error', 'warn', 'info', 'debug']), 'info'),
  LOG_FORMAT: optional(z.enum(['json', 'text'])),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(collectorUrl),
  OTEL_SERVICE_NAME: withDefault(z.string(), 'bureau'),
  OTEL_TRACES_SAMPLER_ARG: withDefault(share, '1'),
  METRICS_TOKEN: optional(randomText),
  DOCS: withDefault(z.enum(['open', 'authenticated', 'off']), 'open'),
  CORS_ORIGINS: optional(origins),
  RATE_LIMIT_CREDENTIAL: withDefault(wholeNumber(0, 999_999_999), '12000'),
  RATE_LIMIT_ORGANIZATION: withDefault(wholeNumber(0, 999_999_999), '30000'),
  RATE_LIMIT_ADDRESS: withDefault(wholeNumber(0, 999_999_999), '600'),
  WEBHOOK_PORTS: withDefault(ports, '443'),
  WEBHOOK_NETWORKS: optional(addresses),
  SMTP_URL: optional(smtpUrl),
  MAIL_FROM: withDefault(
    z.string().refine((text) => readMailAddress(text) !== undefined, {
      error: 'must be a sender, e.g. Bureau <bureau@example.com>',
    }),
    'Bureau <bureau@localhost.localdomain>',
  ),
  MAIL_DIR: optional(z.string()),
  APP_URL: optional(pageUrl),
  OIDC_ISSUER: optional(issuerUrl),
  OIDC_CLIENT_ID: optional(z.string().max(200)),
  OIDC_CLIENT_SECRET: optional(z.string().max(1000)),
  OIDC_REDIRECT_URL: optional(pageUrl),
  OIDC_SCOPE: withDefault(scopes, 'openid email'),
  SHUTDOWN_DELAY: withDefault(wholeNumber(0, 300), '0'),
  SHUTDOWN_LIMIT: withDefault(wholeNumber(1, 600), '25'),
  JOB_LEASE: withDefault(wholeNumber(1, 600), '30'),
});

export type Environment = z.output<typeof schema>;

/** Settings after boot: the database and the secret are known, wherever they came from. */
export class Configuration {
  readonly host: string;
  readonly port: number;
  readonly poolSize: number;

  constructor(
    readonly environment: Environment,
    /** Connection of the owner role: migrations only. */
    readonly ownerUrl: string,
    /** The one secret; keys for tokens, cursors and hashes derive from it. */
    readonly secret: string,
    /** How long one statement may run; 0 is without end, for commands that somebody waits for. */
    readonly statementSeconds = 30,
  ) {
    this.host = environment.HOST;
    this.port = environment.PORT;
    this.poolSize = environment.DATABASE_POOL_SIZE;
  }

  /** Where files are kept, or pass through on their way to an object storage. */
  get filesDir(): string {
    const { FILES_DIR, DATA_DIR } = this.environment;
    return resolve(FILES_DIR ?? join(DATA_DIR, 'files'));
  }

  /** Where mails are put while there is no SMTP server. */
  get mailDir(): string {
    const { MAIL_DIR, DATA_DIR } = this.environment;
    return resolve(MAIL_DIR ?? join(DATA_DIR, 'mail'));
  }

  /** Connection of the application role; the owner's where no second login is configured (the role is set on connect). */
  get appUrl(): string {
    return this.environment.DATABASE_APP_URL ?? this.ownerUrl;
  }
}

/** Reads the environment; an unusable setting is refused with its name and what it should be. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new Error(['The configuration cannot be used:', ...faults, 'See .env.example for every setting.'].join('\n'));
}

/** @throws Error without a secret: processes that share a database must share it as well */
export function requiredSecret({ BUREAU_SECRET }: Environment): string {
  if (BUREAU_SECRET) return BUREAU_SECRET;
  throw new Error(
    'With DATABASE_URL, set BUREAU_SECRET as well: random text, the same on every process (openssl rand -hex 32).',
  );
}
