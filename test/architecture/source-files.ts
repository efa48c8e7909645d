import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
}

const root = join(import.meta.dirname, '../..');

/** The hand-written program files of some folders of the project. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|mjs|cjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({
        path: path.slice(root.length + 1).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
  expect(files.length).toBeGreaterThan(4);
  return files;
}

export const isSpec = ({ path }: SourceFile): boolean => path.endsWith('.spec.ts');
