import { isUtf8 } from 'node:buffer';
import { isObject } from './fields/field-metadata.js';
import { jsonFaultAt } from './json-fault.js';
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
  } catch {
    // The engine's message quotes the text around the fault, which may hold a password: only the place is passed on.
    throw platformProblems.malformed_request(`The body is not valid JSON (${lineAndColumn(text, jsonFaultAt(text))}).`);
  }
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
