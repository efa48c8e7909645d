import { isUtf8 } from 'node:buffer';
import { isObject } from './fields/field-metadata.js';
import { type JsonLimits, scanJson } from './json-scan.js';
import { platformProblems } from './platform.problems.js';

/**
 * Reads a JSON body: UTF-8, an object at the top, nothing that `scanJson` refuses. An empty body is no body.
 *
 * @throws Problem `malformed_request`
 */
export function readJsonBody(bytes: Buffer, limits: JsonLimits): object | undefined {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw platformProblems.malformed_request('The body is not UTF-8 text.');
  const text = bytes.toString('utf8');
  scanJson(text, limits);
  const value = parse(text);
  if (isObject(value)) return value;
  throw platformProblems.malformed_request('The body must be a JSON object, not a list or a single value.', [
    { pointer: '', code: 'invalid_object', message: 'Must be an object.' },
  ]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the text around the fault, which may hold a password: only the position is passed on.
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    const where = position === undefined ? '' : ` (${lineAndColumn(text, Number(position))})`;
    throw platformProblems.malformed_request(`The body is not valid JSON${where}.`);
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
