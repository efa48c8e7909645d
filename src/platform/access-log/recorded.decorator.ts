import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const RECORDED_ACCESS = 'bureau:recorded-access';

/**
 * Every answer of the operation is written into the access log before it leaves, and refused where that fails.
 *
 * @param recordType what is read, written `module.noun` as in the audit trail
 */
export function Recorded(recordType: string) {
  return applyDecorators(SetMetadata(RECORDED_ACCESS, recordType), ApiExtension('x-recorded-access', recordType));
}
