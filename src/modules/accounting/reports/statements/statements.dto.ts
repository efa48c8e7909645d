import { IntersectionType, PickType } from '@nestjs/swagger';
import { PrintDocumentQuery } from '../../receivables/printing/document-files.dto.js';
import { PartyLedgerQuery } from '../party-ledger.dto.js';

export class PrintStatementQuery extends IntersectionType(
  PickType(PartyLedgerQuery, ['from', 'to', 'control']),
  PrintDocumentQuery,
) {}
