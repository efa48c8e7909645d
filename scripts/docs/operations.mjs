import { operations } from './sources.mjs';
import { code, groupBy, table } from './table.mjs';

/** Operations that ask for a recent second factor, by the part of the API that they are in. */
export function stepUpOperations() {
  const sensitive = operations().filter((operation) => operation['x-requires-step-up']);
  const parts = groupBy(sensitive, ({ tags: [tag] }) => tag);
  const rows = [...parts].map(([tag, some]) => [
    code(tag),
    some.map(({ operationId }) => code(operationId)).join(', '),
  ]);
  return table(['Part of the API', 'Operations'], rows);
}

/** Operations that become jobs: those that answer 202 with the job. */
export function jobOperations() {
  const rows = operations()
    .filter(({ responses }) => /`getJob`/.test(responses['202']?.description ?? ''))
    .map((operation) => [
      code(operation.operationId),
      operation.summary,
      operation.responses['200'] ? 'where it is large or preferred' : 'always',
      code(operation['x-permission']),
    ]);
  return table(['Operation', 'What', 'Becomes a job', 'Permission'], rows);
}

const REPORTS = '/v1/accounting/reports/';
const SVG = 'image/svg+xml';

/** Every report, with the first sentence of its description. */
export function reportOperations() {
  const rows = operations()
    .filter(({ path }) => path.startsWith(REPORTS))
    .map(({ operationId, path, description, responses, ...operation }) => [
      code(operationId),
      code(path.slice(REPORTS.length)),
      description.split(/(?<=\.) /, 1)[0],
      code(operation['x-permission']),
      SVG in responses['200'].content ? 'yes' : '',
    ]);
  return table(['Operation', 'Path', 'What', 'Permission', 'Chart'], rows);
}
