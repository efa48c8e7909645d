import { IntersectionType, PickType } from '@nestjs/swagger';
import { OnDate } from '#platform/http/fields/fields.js';
import { PrintDocumentQuery } from '../../receivables/printing/document-files.dto.js';
import { PartyLedgerQuery } from '../party-ledger.dto.js';

export class PrintStatementQuery extends IntersectionType(PickType(PartyLedgerQuery, ['control']), PrintDocumentQuery) {
  @OnDate({
    optional: true,
    example: '2026-03-01',
    description: 'First day; that of the month of `to` where left out.',
  })
  from?: string;

  @OnDate({
    optional: true,
    example: '2026-03-31',
    description: 'Last day, today where left out; what is open is what is open at its end.',
  })
  to?: string;
}
