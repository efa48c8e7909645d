import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files.js';

/** Names a fault of one node of a file, or nothing. */
export type NodeRule = (node: ts.Node, file: SourceFile) => string | undefined;

const parsed = new Map<string, ts.SourceFile>();

function parse({ path, text }: SourceFile): ts.SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  parsed.set(path, tree);
  return tree;
}

/** What the rules find in files, as `path:line fault`. */
export function faultsIn(files: readonly SourceFile[], rules: readonly NodeRule[]): string[] {
  return files
    .map((file) => ({ file, tree: parse(file) }))
    .flatMap(({ file, tree }) => {
      const faults: string[] = [];
      const visit = (node: ts.Node): void => {
        for (const rule of rules) {
          const fault = rule(node, file);
          const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          if (fault) faults.push(`${file.path}:${line} ${fault}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return faults;
    });
}

/** What the rules find in a made-up file, without its place. */
export function faultsInText(text: string, rules: readonly NodeRule[], path = 'src/modules/hr/planted.ts'): string[] {
  return faultsIn([{ path, text }], rules).map((fault) => fault.slice(fault.indexOf(' ') + 1));
}

/** The text that an expression has whatever runs: literals and constants of literals, joined; else nothing. */
export function constantText(node: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(node)) return constantText(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constantNamed(node.text, node.getSourceFile());
  const parts = joinedParts(node)?.map(constantText);
  return parts?.includes(undefined) ? undefined : parts?.join(' ');
}

/** The summands of a sum, the elements of `[…].join(…)`; nothing for what is neither. */
export function joinedParts(node: ts.Node): ts.Expression[] | undefined {
  if (isSum(node)) return [...(joinedParts(node.left) ?? [node.left]), ...(joinedParts(node.right) ?? [node.right])];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return name.text === 'join' && ts.isArrayLiteralExpression(expression) ? [...expression.elements] : undefined;
}

const isSum = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  [ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusEqualsToken].includes(node.operatorToken.kind);

/** The text of a constant at the top of a file, or of the file that it is imported from. */
function constantNamed(name: string, file: ts.SourceFile): string | undefined {
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.Const) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (found?.initializer) return constantText(found.initializer);
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    const imported = bindings && ts.isNamedImports(bindings) && bindings.elements.find((one) => one.name.text === name);
    if (!imported) continue;
    const target = parsed.get(importedPath(statement.moduleSpecifier.text, file.fileName));
    return target && constantNamed((imported.propertyName ?? imported.name).text, target);
  }
  return undefined;
}

function importedPath(specifier: string, from: string): string {
  const path = specifier.startsWith('#')
    ? posix.join('src', specifier.slice(1))
    : posix.join(posix.dirname(from), specifier);
  return path.replace(/\.js$/, '.ts');
}
