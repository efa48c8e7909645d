import ts from 'typescript';
import { isSpec, sourceFiles } from './source-files.js';
import { faultsIn, faultsInText, type NodeRule } from './syntax.js';

/** Files that may read the machine's clock under the trees where only the organization's counts, and why. */
const readersOfTheClock: Readonly<Record<string, string>> = {};

/** Files that may read the environment: it is turned into the configuration once, at boot. */
const readersOfTheEnvironment: Readonly<Record<string, string>> = {
  'src/main.ts': 'decides how much of a failed start is shown',
  'src/worker.ts': 'decides how much of a failed start is shown',
  'src/boot.ts': 'reads the configuration',
  'src/commands/doctor.command.ts': 'judges the settings',
  'src/commands/given-path.ts': 'npm tells there where a command was given',
  'src/commands/installation.ts': 'reads the configuration',
  'src/commands/run-command.ts': 'decides how much of a failure is shown',
  'src/work.ts': 'reads the configuration',
  'src/platform/database/embedded/binaries.ts': 'passes PATH on to the programs of PostgreSQL',
};

const moneyWord = /^(?:amount|balance|closing|cost|credit|debit|money|opening|price|rate|salary|total|wage)s?$/;

/** Whether the last name of an expression tells of money or a rate: `line.functionalDebit`, `rate`. */
function namesMoney(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return namesMoney(node.expression);
  const name = ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : '';
  return name.split(/_|(?=[A-Z])/).some((word) => moneyWord.test(word.toLowerCase()));
}

const noAny: NodeRule = (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined);

const noParseFloat: NodeRule = (node) =>
  ts.isIdentifier(node) && node.text === 'parseFloat' ? 'parseFloat: use the decimals of the kernel' : undefined;

const noMoneyAsNumber: NodeRule = (node) => {
  const isConversion = ts.isCallExpression(node) && node.expression.getText() === 'Number';
  const isUnaryPlus = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken;
  const converted = isConversion ? node.arguments[0] : isUnaryPlus ? node.operand : undefined;
  return converted && namesMoney(converted) ? 'money as a JavaScript number' : undefined;
};

const relations = [
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
];

// Decimal text compares character by character ("9" > "10"), and the compiler lets it pass.
const noMoneyComparedAsText: NodeRule = (node) =>
  ts.isBinaryExpression(node) &&
  relations.includes(node.operatorToken.kind) &&
  [node.left, node.right].every((side) => namesMoney(side) || ts.isStringLiteral(side))
    ? 'money compared as text'
    : undefined;

const machineClocks = /^(?:Date\.now|performance\.now|Temporal\.Now\.\w+)$/;
/** Timestamps of record are the database's: `updated_at = now()`. */
const recording = /\b\w+_at\s*=\s*now\(\)/g;
const sqlClocks = /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bCURRENT_(?:DATE|TIME)/i;

const noMachineClock: NodeRule = (node, { path }) => {
  if (!/^src\/(?:kernel|modules)\//.test(path) || path in readersOfTheClock) return undefined;
  const isNow = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
  const isCall = ts.isCallExpression(node) && machineClocks.test(node.expression.getText());
  const isSql = ts.isStringLiteralLike(node) && sqlClocks.test(node.text.replaceAll(recording, ''));
  return isNow || isCall || isSql ? "the machine's clock: take today and now from the organization's" : undefined;
};

const noEnvironment: NodeRule = (node, { path }) =>
  path.startsWith('src/') &&
  !path.startsWith('src/platform/config/') &&
  !(path in readersOfTheEnvironment) &&
  ts.isPropertyAccessExpression(node) &&
  node.name.text === 'env' &&
  node.expression.getText() === 'process'
    ? 'process.env: settings come from the configuration'
    : undefined;

const rules = [noAny, noParseFloat, noMoneyAsNumber, noMoneyComparedAsText, noMachineClock, noEnvironment];

const shipped = sourceFiles('src', 'migrations').filter((file) => !isSpec(file));

it('keeps to decimals, the clock of the organization, the configuration and types', () => {
  expect(faultsIn(shipped, rules)).toEqual([]);
});

it('names no file that reads the environment or the clock no more', () => {
  const [clock, environment] = [/Date|Temporal\.Now|performance|now\(\)/, /process\.env/];
  const reads = (path: string, what: RegExp) => shipped.some((file) => file.path === path && what.test(file.text));
  expect(Object.keys(readersOfTheEnvironment).filter((path) => !reads(path, environment))).toEqual([]);
  expect(Object.keys(readersOfTheClock).filter((path) => !reads(path, clock))).toEqual([]);
});

it('has no any in specs either', () => {
  expect(faultsIn(sourceFiles('src', 'test').filter(isSpec), [noAny])).toEqual([]);
});

const asNumber = 'money as a JavaScript number';
const asText = 'money compared as text';
const clock = "the machine's clock: take today and now from the organization's";

it.each([
  ['let a: any;', 'any'],
  ['const a = <T>(b: Record<string, any>) => b;', 'any'],
  ["parseFloat('1.5')", 'parseFloat: use the decimals of the kernel'],
  ["Number.parseFloat('1.5')", 'parseFloat: use the decimals of the kernel'],
  ['Number(amount)', asNumber],
  ['Number(line.functionalDebit)', asNumber],
  ['Number(row.exchange_rate!)', asNumber],
  ['+totals', asNumber],
  ['if (line.debit > line.credit) {}', asText],
  ["if (amount < '0') {}", asText],
  ['new Date()', clock],
  ['Date.now()', clock],
  ['Temporal.Now.plainDateISO()', clock],
  ["const text = 'UPDATE leave SET expired = ends_at < now()';", clock],
  ['const text = `SELECT id FROM leave WHERE ends_on < current_date`;', clock],
  ['process.env.DEBUG', 'process.env: settings come from the configuration'],
  ["process.env['DEBUG']", 'process.env: settings come from the configuration'],
])('refuses %s', (text, fault) => expect(faultsInText(text, rules)).toEqual([fault]));

it.each([
  ['let many: string[];'],
  ['Number(year)'],
  ['Number(generated)'],
  ['if (debit.isZero()) {}'],
  ['if (lines.length > maxLines) {}'],
  ["new Date('2026-01-31')"],
  ["const text = 'UPDATE leave SET approved_at = $1, updated_at = now()';"],
  ['const text = `SELECT known() FROM leave WHERE ends_on < $1`;'],
])('allows %s', (text) => expect(faultsInText(text, rules)).toEqual([]));

it('lets only the named files read clock and environment', () => {
  const [file] = Object.keys(readersOfTheEnvironment);
  expect(faultsInText('process.env.DEBUG', rules, file)).toEqual([]);
  expect(faultsInText('process.env.DEBUG', rules, 'src/platform/config/configuration.ts')).toEqual([]);
  expect(faultsInText('process.env.DEBUG', rules, 'src/platform/http/problem.filter.ts')).toHaveLength(1);
  expect(faultsInText('Date.now()', rules, 'src/platform/auth/access-tokens.ts')).toEqual([]);
});
