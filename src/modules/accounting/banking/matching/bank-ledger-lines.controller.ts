import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankLedgerLineList, type BankLedgerLineView } from './bank-ledger-lines.dto.js';
import { bankLedgerLineList } from './bank-ledger-lines.list.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/bank-ledger-lines')
export class BankLedgerLinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: BankLedgerLinesRepository,
  ) {}

  @Get()
  @Requires(bankingPermissions.readBanking)
  @ApiOperation({
    operationId: 'listBankLedgerLines',
    summary: 'List lines of the books on bank accounts',
    description:
      'Journal lines on the ledger accounts of bank accounts, the latest first. `status=unmatched` gives those that no line of a statement has been found for yet.',
  })
  @ApiList(bankLedgerLineList, BankLedgerLineList)
  list(@ListQuery(bankLedgerLineList) query: ListRequest): Promise<Page<BankLedgerLineView>> {
    return this.unitOfWork.read((transaction) => this.lines.list(transaction, query));
  }
}
