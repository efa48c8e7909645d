import ts from 'typescript';
import { isSpec, sourceFiles } from './source-files.js';
import { constantText, faultsIn, faultsInText, joinedParts, type NodeRule } from './syntax.js';

/** Files that may compose SQL text at run time, and what makes it safe there. */
const composers: Readonly<Record<string, string>> = {
  'src/platform/annotations/tagged-filter.ts': 'joins names that are constants of the lists with constant text',
  'src/platform/listing/list-sql.ts': 'identifiers come from the constant of the list, values are parameters',
  'src/platform/listing/list-request.ts': 'joins those pieces with the constant text of the query',
  'src/platform/listing/whole-list.ts': 'opens a cursor for that text, and fetches a number of its rows',
};

/** Prose is not written in capitals; lower case has to look like the beginning of a statement. */
const capitals =
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|VALUES|RETURNING|FROM|WHERE|JOIN|GROUP BY|ORDER BY|HAVING|LIMIT|OFFSET|UNION|WITH|SET|CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE|LOCK|CALL|COPY|NOTIFY|LISTEN|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|AND|OR|IN|IS|COLLATE)\b/;
const lowerCase =
  /^\s*(?:select\b[^]*\b(?:from\b|\()|insert into |update [\w."]+ set |delete from |with \w+ as |(?:create|alter|drop|truncate) (?:or replace )?(?:table|index|unique|view|function|trigger|type|role|user|schema|policy|database|sequence)\b|grant \w+ |revoke \w+ |set (?:local|role|session)\b)/;

const looksLikeSql = (text: string | undefined) => text !== undefined && (capitals.test(text) || lowerCase.test(text));

const isErrorMessage = ({ parent }: ts.Node) =>
  ts.isNewExpression(parent) && parent.expression.getText().endsWith('Error');

const noSqlInTemplates: NodeRule = (node) => {
  if (!ts.isTemplateExpression(node) || isErrorMessage(node)) return undefined;
  const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … ');
  return looksLikeSql(text) ? 'SQL text with ${}' : undefined;
};

const noSqlFromParts: NodeRule = (node) => {
  const parts = joinedParts(node);
  if (!parts || joinedParts(node.parent) || isErrorMessage(node)) return undefined;
  const texts = parts.map(constantText);
  return texts.includes(undefined) && texts.some(looksLikeSql) ? 'SQL text put together at run time' : undefined;
};

const noSplicedSql: NodeRule = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  if (!['concat', 'replace', 'replaceAll'].includes(name.text)) return undefined;
  const isSql = [expression, ...node.arguments].some((part) => looksLikeSql(constantText(part)));
  return isSql ? `SQL text changed by ${name.text}()` : undefined;
};

const rules = [noSqlInTemplates, noSqlFromParts, noSplicedSql];
const shipped = sourceFiles('src', 'migrations').filter((file) => !isSpec(file));

it('is constant in every source file and migration, values being parameters', () => {
  const faults = faultsIn(shipped, rules);
  const pathOf = (fault: string) => fault.slice(0, fault.indexOf(':'));
  expect(faults.filter((fault) => !(pathOf(fault) in composers))).toEqual([]);
  // A composer that composes no more leaves the list.
  const composing = faults.map(pathOf);
  expect(Object.keys(composers).filter((path) => !composing.includes(path))).toEqual([]);
});

it.each([
  ['`SELECT * FROM account WHERE code = ${code}`', 'SQL text with ${}'],
  ['`${start} WHERE code = $1`', 'SQL text with ${}'],
  ['sql`SELECT ${columns}`', 'SQL text with ${}'],
  ['`select id from account where code = ${code}`', 'SQL text with ${}'],
  ['`set local role ${role}`', 'SQL text with ${}'],
  ['`CREATE ROLE ${role}`', 'SQL text with ${}'],
  ["run(`SELECT set_config('role', '${role}', false)`)", 'SQL text with ${}'],
  ["'SELECT id FROM account WHERE id = ' + id", 'SQL text put together at run time'],
  ["'SELECT id ' + 'FROM account ' + where + ' LIMIT 1'", 'SQL text put together at run time'],
  ["text += ' AND code = $2'", 'SQL text put together at run time'],
  ["['SELECT', columns, 'FROM account'].join(' ')", 'SQL text put together at run time'],
  ["'UPDATE account SET name = '.concat(name)", 'SQL text changed by concat()'],
  ["'DELETE FROM ?'.replace('?', table)", 'SQL text changed by replace()'],
  ["const text = 'DELETE FROM ?';\ntext.replace('?', table)", 'SQL text changed by replace()'],
])('refuses %s', (text, fault) => expect(faultsInText(text, rules)).toEqual([fault]));

it.each([
  '`SELECT * FROM account WHERE code = $1`',
  "'SELECT id ' + 'FROM account'",
  "const columns = 'id, ' + 'code';\nconst text = ['SELECT', columns, 'FROM account'].join(' ');",
  '`The account ${code} is not there; select another from the chart.`',
  '`Update ${name} with care`',
  "'Hello ' + name",
  'new Error(`The role ${role} may not SET ROLE.`)',
  "[first, second].join(', ')",
])('allows %s', (text) => expect(faultsInText(text, rules)).toEqual([]));

it('knows constants of other files', () => {
  const list = {
    path: 'src/modules/hr/leave.list.ts',
    text: "export const columns = 'leave.id';\nexport let table = '';",
  };
  const text = (name: string) =>
    `import { ${name} } from '#modules/hr/leave.list.js';\nconst text = ['SELECT', ${name}].join(' ');`;
  const faultsWith = (name: string) => faultsIn([list, { path: 'src/a.ts', text: text(name) }], rules);
  expect(faultsWith('columns')).toEqual([]);
  expect(faultsWith('table')).toEqual(['src/a.ts:2 SQL text put together at run time']);
});
