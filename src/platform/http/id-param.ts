import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { refRule } from './fields/text-rules.js';
import { ProblemResponses } from './openapi/operation-marks.js';
import { platformProblems } from './platform.problems.js';

class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    const refused = refRule.check(value);
    if (!refused) return value;
    throw platformProblems.invalid_parameter(refused.message, [{ pointer: `{${this.name}}`, ...refused }]);
  }
}

/** The id in the path, checked for its form; documents the parameter and the answer 404. */
export function IdParam(name = 'id', description = 'Id of the record.'): ParameterDecorator {
  return (target, method, index) => {
    Param(name, new IdPipe(name))(target, method, index);
    const descriptor = Object.getOwnPropertyDescriptor(target, method!)!;
    const { type, ...schema } = refRule.schema;
    ApiParam({ name, description, schema: { type, ...schema, example: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64' } })(
      target,
      method!,
      descriptor,
    );
    ProblemResponses(404)(target, method, descriptor);
  };
}
