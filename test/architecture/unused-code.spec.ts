import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

interface Finding {
  file: string;
  files: { name: string }[];
  exports: { name: string }[];
  dependencies: { name: string }[];
}

/** What knip finds in a tree, with the configuration of `npm run check`. */
async function findings(folder: string): Promise<Finding[]> {
  const knip = join(root, 'node_modules/knip/bin/knip.js');
  const parameters = [knip, '--no-progress', '--no-exit-code', '--reporter', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 24 });
  return (JSON.parse(stdout) as { issues: Finding[] }).issues;
}

it('finds planted files, exports and dependencies that nothing uses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-unused-'));
  try {
    for (const name of [
      'src',
      'migrations',
      'scripts',
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'knip.json',
    ]) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'src/platform/http/planted.ts'), 'export const planted = 1;\n');
    const used = join(folder, 'src/platform/http/id-param.ts');
    await writeFile(used, `${await readFile(used, 'utf8')}\nexport const planted = 1;\n`);
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    Object.assign(manifest.dependencies, { planted: '1.0.0' });
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));

    const found = await findings(folder);
    const within = (file: string) => found.find((one) => one.file === file);
    expect(within('src/platform/http/planted.ts')?.files).toHaveLength(1);
    expect(within('src/platform/http/id-param.ts')?.exports).toMatchObject([{ name: 'planted' }]);
    expect(within('package.json')?.dependencies).toContainEqual(expect.objectContaining({ name: 'planted' }));
  } finally {
    await rm(folder, { recursive: true });
  }
});
