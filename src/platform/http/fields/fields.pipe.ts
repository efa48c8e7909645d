import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { platformProblems } from '../platform.problems.js';
import { hasFields } from './field-metadata.js';
import { parseFields } from './parse-fields.js';

/**
 * The global pipe: every body, query and path object is read by the class that the handler declares for it. A handler
 * that declares none is a defect, so nothing unread gets past it.
 */
@Injectable()
export class FieldsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (type === 'body' && data === undefined && metatype === Buffer) return requireOctets(value);
    if (type === 'param' && data !== undefined && metatype === String) return value;
    if (data !== undefined || !hasFields(metatype)) {
      throw new Error(`a handler takes a ${type} parameter without a class of fields${data ? ` (${data})` : ''}`);
    }
    if (type === 'body' && value === undefined) {
      throw platformProblems.malformed_request('A body is needed: a JSON object, sent as application/json.');
    }
    return parseFields(metatype, value, type === 'param' ? 'path' : type);
  }
}

function requireOctets(value: unknown): Buffer {
  if (Buffer.isBuffer(value) && value.length > 0) return value;
  throw platformProblems.malformed_request('A body is needed: the file as it is, sent as application/octet-stream.');
}
