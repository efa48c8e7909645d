import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter, type Account } from './account.js';
import { draftOf, removeAbandonedDrafts } from './drafts.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** PostgreSQL programs that the serving account can run. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** For example `18`. */
  majorVersion: string;
}

/** A library link that the npm package lists in `pg-symlinks.json`, both relative to the package. */
interface LibraryLink {
  source: string;
  target: string;
}

/** PostgreSQL's programs inherit nothing from our environment that could redirect or reconfigure them. */
export const cleanEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Takes the programs from the npm package of this platform and mends its library links, which skipped install scripts
 * leave out. If the account cannot use them there (read-only or private `node_modules`), copies them to the first of
 * the given folders where it can.
 */
export async function provideBinaries(
  packageFolder: string,
  account: Account | undefined,
  copyInto: string[],
): Promise<Binaries> {
  const packaged = join(packageFolder, 'native');
  let firstFault: unknown;
  try {
    await mendLinks(packageFolder);
    return await tryOut(packaged, account);
  } catch (error) {
    firstFault = error;
  }
  const copyName = await versionedName(packageFolder);
  for (const folder of copyInto) {
    await mkdir(folder, { recursive: true });
    if (account && !(await canEnter(account, folder))) continue;
    const copy = join(folder, copyName);
    try {
      return await tryOut(await copyPackage(packageFolder, copy), account);
    } catch {
      // The next folder may do; if none does, the fault of the package itself tells most.
      await rm(copy, { recursive: true, force: true });
    }
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL in ${packaged} does not run on this machine: ${String(firstFault)}. ` +
      'Set DATABASE_URL to a PostgreSQL server of your own.',
    { cause: firstFault },
  );
}

/** The folder of the npm package. @throws EmbeddedPostgresError where none is installed */
export function locatePackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(launcher).resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL is installed for ${platform}. ` +
        'Set DATABASE_URL to a PostgreSQL server of your own (optional npm packages bring the embedded one).',
      { cause: error },
    );
  }
}

async function mendLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!(await exists(list))) return;
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as LibraryLink[]) {
    const link = join(packageFolder, target);
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      // Another start mends the same package.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function tryOut(native: string, account: Account | undefined): Promise<Binaries> {
  const postgres = join(native, 'bin', 'postgres');
  const options = { ...account, cwd: '/', env: cleanEnvironment, timeout: 30_000 };
  const { stdout } = await promisify(execFile)(postgres, ['-V'], options);
  const majorVersion = /(\d+)/.exec(stdout)?.[1];
  if (!majorVersion) throw new Error(`unexpected answer of ${postgres} -V: ${stdout}`);
  return { initdb: join(native, 'bin', 'initdb'), postgres, majorVersion };
}

async function versionedName(packageFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return `postgresql-${version}-${process.platform}-${process.arch}`;
}

async function copyPackage(packageFolder: string, copy: string): Promise<string> {
  const native = join(copy, 'native');
  if (await exists(copy)) return native;
  await removeAbandonedDrafts(copy);
  const draft = draftOf(copy);
  await mkdir(draft);
  await cp(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await mendLinks(draft);
  await openToAll(draft);
  try {
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  }
  return native;
}

/** Readable for every account, writable for ours only, whatever umask the package was installed under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
