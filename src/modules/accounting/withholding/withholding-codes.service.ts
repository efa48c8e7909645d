import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { booksAccountFault, type BooksPurpose } from '../chart/books-account-rules.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import {
  type CreateWithholdingCode,
  type UpdateWithholdingCode,
  type WithholdingCodeRow,
  WithholdingCodeView,
} from './withholding-codes.dto.js';
import { withholdingCodeColumns, withholdingCodeSource } from './withholding-codes.list.js';
import { WithholdingCodesRepository } from './withholding-codes.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;
const claim: BooksPurpose = { name: 'taxes that customers withhold', types: ['asset'] };

/** The codes under which customers withhold taxes, each with the account of the claim. */
@Injectable()
export class WithholdingCodesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly codes: WithholdingCodesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<WithholdingCodeView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<WithholdingCodeRow>(transaction, {
        columns: withholdingCodeColumns,
        from: withholdingCodeSource,
        where: 'code.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => WithholdingCodeView.from(row));
    });
  }

  find(id: string): Promise<WithholdingCodeView> {
    return this.unitOfWork.read(async (transaction) => WithholdingCodeView.from(await this.codes.get(transaction, id)));
  }

  /** @throws Problem withholding_code_taken, withholding_code_refused */
  create(body: CreateWithholdingCode): Promise<WithholdingCodeView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { code, name, accountCode, yearStartsIn = 1 } = body;
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const accountId = await this.accountId(transaction, legalEntityId, accountCode);
      const id = await this.codes.insert(transaction, { legalEntityId, code, name, accountId, yearStartsIn });
      return WithholdingCodeView.from(await this.codes.get(transaction, id));
    });
  }

  /** @throws Problem withholding_code_refused */
  update(id: string, expectedVersion: number, body: UpdateWithholdingCode): Promise<WithholdingCodeView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const before = await this.codes.hold(transaction, id);
      requireVersion(before.version, expectedVersion);
      const { name = before.name, status = before.status, accountCode } = body;
      const accountId =
        accountCode === undefined
          ? before.accountId
          : await this.accountId(transaction, before.legalEntityId, accountCode);
      await this.codes.update(transaction, { id, name, accountId, status });
      return WithholdingCodeView.from(await this.codes.get(transaction, id));
    });
  }

  private async accountId(transaction: Transaction, legalEntityId: string, code: string): Promise<string> {
    const account = await this.codes.account(transaction, legalEntityId, code);
    if (!account) throw refused('unknown_account', `The legal entity has no account ${code}.`);
    const fault = booksAccountFault(claim, account);
    if (fault) throw refused(fault.code, fault.message);
    if (account.control !== 'none') {
      throw refused('account_control', `The account for ${claim.name} controls nothing; ${code} controls something.`);
    }
    return account.id;
  }
}

const refused = (code: string, message: string) =>
  accountingProblems.withholding_code_refused(message, [{ pointer: '/accountCode', code, message }]);
