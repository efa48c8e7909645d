import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const leftOut = new Set(['.git', '.data', 'coverage', 'node_modules']);

/** What of tsconfig.json has a say in how one file is translated. */
const asBuilt = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  useDefineForClassFields: false,
  isolatedModules: true,
};

/** A copy of the project to break, with the same packages and what was built; the project itself is only read. */
export class ScratchCopy {
  constructor(folder, building) {
    this.folder = folder;
    this.building = building;
  }

  static async make(root) {
    const folder = mkdtempSync(join(tmpdir(), 'bureau-teeth-'));
    for (const name of readdirSync(root)) {
      if (!leftOut.has(name))
        cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    const packages = join(root, 'node_modules');
    if (existsSync(packages)) symlinkSync(realpathSync(packages), join(folder, 'node_modules'));
    const building = await import(pathToFileURL(join(folder, 'scripts/build.mjs')));
    if (!building.isCurrent()) await building.build();
    return new ScratchCopy(folder, building);
  }

  /**
   * Brings what was built of the files up to date, each for itself and without looking at types: that takes no time, and a
   * fault need not be well typed.
   *
   * @throws Error where a file is no TypeScript
   */
  async translate(files) {
    for (const file of files) {
      const { outputText, diagnostics } = ts.transpileModule(readFileSync(join(this.folder, file), 'utf8'), {
        fileName: file,
        compilerOptions: asBuilt,
        reportDiagnostics: true,
      });
      const [wrong] = diagnostics ?? [];
      if (wrong) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);
      writeFileSync(join(this.folder, 'dist', file.replace(/\.ts$/, '.js')), outputText);
    }
    await this.building.buildBundle();
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
