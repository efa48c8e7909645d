import { type SourceFile, sourceFiles } from './source-files.js';

const CAP = 400;
const NINE_OF_TEN = 220;
/** They say where code may be dumped instead of what it does. A knowledge base is a thing of IT support, though. */
const meaningless = /(?<!knowledge-)\b(?:utils?|common|helpers?|managers?|base|misc)\b/;
const barrelName = /(?:^|\/)index\.[a-z]+$/;
const reExport = /^export\s+(?:type\s+)?(?:\*|\{)[^;]*\sfrom\s[^;]*;\s*/;

const linesOf = ({ text }: SourceFile) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function isBarrel({ path, text }: SourceFile): boolean {
  let rest = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').trim();
  if (barrelName.test(path)) return true;
  if (rest === '') return false;
  while (reExport.test(rest)) rest = rest.replace(reExport, '');
  return rest === '';
}

function faultsOf(file: SourceFile): string[] {
  const faults = {
    [`${linesOf(file)} lines, at most ${CAP}`]: linesOf(file) > CAP,
    'name without meaning': meaningless.test(file.path),
    'barrel: import what is needed from where it is': isBarrel(file),
    'forwardRef: break the cycle instead': /\bforwardRef\b/.test(file.text) && file.path.startsWith('src/'),
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}

const ninthDecile = (files: SourceFile[]) =>
  files.map(linesOf).sort((a, b) => a - b)[Math.ceil(files.length * 0.9) - 1]!;

const files = sourceFiles('src', 'migrations', 'test', 'bench', 'scripts').filter(
  // It names what it forbids; and what a program wrote.
  ({ path }) => !['test/architecture/file-size.spec.ts', 'test/support/api.d.ts'].includes(path),
);

it('has files of one thought each', () => {
  const faults = files.map((file) => [file.path, ...faultsOf(file)]).filter((found) => found.length > 1);
  expect(faults).toEqual([]);
});

it.each(['src', 'test'])('keeps nine of ten files under %s/ short', (folder) => {
  const below = files.filter(({ path }) => path.startsWith(`${folder}/`));
  expect(ninthDecile(below)).toBeLessThanOrEqual(NINE_OF_TEN);
});

const long = 'const one = 1;\n'.repeat(CAP);

it.each([
  ['src/kernel/long.ts', `${long}const last = 2;`, '401 lines, at most 400'],
  ['src/platform/date-utils.ts', '', 'name without meaning'],
  ['src/platform/common/clock.ts', '', 'name without meaning'],
  ['src/modules/hr/base.service.ts', '', 'name without meaning'],
  ['src/modules/hr/leave.manager.ts', '', 'name without meaning'],
  ['bench/helpers.mjs', '', 'name without meaning'],
  ['src/modules/hr/index.ts', 'export class Leave {}', 'barrel: import what is needed from where it is'],
  [
    'src/modules/hr/contract/all.ts',
    "// All of it.\nexport * from './leave.js';\nexport type {\n  A,\n} from './a.js';\n",
    'barrel: import what is needed from where it is',
  ],
  ['src/modules/hr/hr.module.ts', 'imports: [forwardRef(() => A)]', 'forwardRef: break the cycle instead'],
])('refuses %s', (path, text, fault) => expect(faultsOf({ path, text })).toEqual([fault]));

it.each([
  ['src/kernel/long.ts', long],
  ['src/platform/database/database.module.ts', ''],
  ['src/modules/it-support/knowledge-base/article.ts', ''],
  ['src/modules/hr/leave.ts', "export { a } from './a.js';\nexport const b = 1;\n"],
])('allows %s', (path, text) => expect(faultsOf({ path, text })).toEqual([]));

it('measures nine of ten', () => {
  const sized = (lines: number) => ({ path: 'src/a.ts', text: 'a;\n'.repeat(lines) });
  expect(ninthDecile([500, 221, 1, 2, 3, 4, 5, 6, 7, 8].map(sized))).toBe(221);
  expect(ninthDecile([500, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(sized))).toBe(9);
});
