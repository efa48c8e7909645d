import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ANSWERED_FORMATS } from '../exports/file-responses.js';
import { presentInnerRequest } from '../http/inner-request.js';
import { REQUIRED_PERMISSION } from '../permissions/requires.decorator.js';
import { exportProblems } from './exports.problems.js';

/** Where `@ApiOperation` keeps what it was told. */
const DOCUMENTED = 'swagger/apiOperation';

/** What is made into files is lists and reports, and nothing else is asked for from within. */
@Injectable()
export class ExportableGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const inner = presentInnerRequest();
    if (!inner) return true;
    const handler = context.getHandler();
    const formats = this.reflector.get<readonly string[] | undefined>(ANSWERED_FORMATS, handler);
    const permission = this.reflector.get<string | undefined>(REQUIRED_PERMISSION, handler);
    if (!formats || permission === undefined) {
      throw exportProblems.export_not_offered('This is neither a list nor a report that is answered as a file.');
    }
    const { operationId } = this.reflector.get<{ operationId: string }>(DOCUMENTED, handler);
    inner.operation = { id: operationId, permission };
    return true;
  }
}
