import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { platformProblems } from '../platform.problems.js';
import { type FieldClass, fieldsOf } from './field-metadata.js';
import { readingOf } from './parameter-reading.js';
import { parseFields } from './parse-fields.js';

/**
 * The global pipe: every body, query and path object is read by the class that the handler declares for it. A handler
 * that declares none is a defect, so nothing unread gets past it.
 */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, declared: ArgumentMetadata): unknown {
    const { type, data } = declared;
    const reading = readingOf(declared);
    if (!reading) {
      throw new Error(`a handler takes a ${type} parameter without a class of fields${data ? ` (${data})` : ''}`);
    }
    if (reading === 'own decorator') return value;
    if (reading === 'octets') return requireOctets(value);
    if (type === 'body') return parseFields(reading, value ?? emptyBodyOf(reading));
    return parseFields(reading, value, type === 'query' ? 'query' : 'path');
  }
}

/** No body says as much as an empty object, where an empty object is enough. */
function emptyBodyOf(type: FieldClass): object {
  if (fieldsOf(type).list.every(({ optional }) => optional)) return {};
  throw platformProblems.malformed_request('A body is needed: a JSON object, sent as application/json.');
}

function requireOctets(value: unknown): Buffer {
  if (Buffer.isBuffer(value) && value.length > 0) return value;
  throw platformProblems.malformed_request(
    'A body is needed: the file as it is, in the media type that the operation names.',
  );
}
