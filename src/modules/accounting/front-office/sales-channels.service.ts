import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { moneyAccountFault, type MoneyAccount } from '../receipts/money-account.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { CreateSalesChannel, SalesChannelView, UpdateSalesChannel } from './sales-channels.dto.js';
import { type ChannelContent, SalesChannelsRepository } from './sales-channels.repository.js';

const MANAGE = frontOfficePermissions.manageChannels.name;

const ACCOUNTS: Statement = {
  name: 'find_accounts_of_sales_channel',
  text: `
    SELECT id, code, type, control, is_group AS "isGroup", status = 'active' AS "isActive", currency,
           NULL::uuid AS "bankAccountId", NULL AS "bankCurrency", NULL::boolean AS "isBankActive"
    FROM accounting.account WHERE organization_id = $1 AND legal_entity_id = $2 AND code = ANY ($3) FOR SHARE`,
};

/** Agrees with systems that sell what becomes of what they hand over. */
@Injectable()
export class SalesChannelsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: SalesChannelsRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<SalesChannelView>> {
    return this.unitOfWork.read((transaction) => this.channels.list(transaction, request));
  }

  find(id: string): Promise<SalesChannelView> {
    return this.unitOfWork.read((transaction) => this.channels.get(transaction, id));
  }

  /** @throws Problem sales_channel_code_taken, sales_channel_refused */
  create({ legalEntityId: named, code, ...said }: CreateSalesChannel): Promise<SalesChannelView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const begun = { totalsTolerance: '0', accountRules: [], paymentMethods: [], status: 'active' } as const;
      const content = await this.changed(transaction, legalEntityId, { ...begun, name: said.name }, said);
      const key = { id: newId(), legalEntityId, code };
      await this.channels.insert(transaction, key, content);
      return this.channels.get(transaction, key.id);
    });
  }

  /** @throws Problem sales_channel_refused */
  update(id: string, expectedVersion: number, said: UpdateSalesChannel): Promise<SalesChannelView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { legalEntityId, version } = await this.channels.hold(transaction, id);
      requireVersion(version, expectedVersion);
      const before = await this.channels.content(transaction, id);
      await this.channels.update(transaction, id, await this.changed(transaction, legalEntityId, before, said));
      return this.channels.get(transaction, id);
    });
  }

  /** What is left out stays; accounts that are named now take postings. */
  private async changed(
    transaction: Transaction,
    legalEntityId: string,
    before: ChannelContent,
    { accountRules, paymentMethods, ...said }: UpdateSalesChannel,
  ): Promise<ChannelContent> {
    const codes = [...(accountRules ?? []), ...(paymentMethods ?? [])].map(({ accountCode }) => accountCode);
    const values = [transaction.organizationId, legalEntityId, [...new Set(codes)]];
    const accounts = codes.length === 0 ? [] : await transaction.rows<MoneyAccount & object>(ACCOUNTS, values);
    const byCode = new Map(accounts.map((account) => [account.code, account]));
    const faults = [...ruleFaults(accountRules ?? [], byCode), ...methodFaults(paymentMethods ?? [], byCode)];
    if (faults.length > 0) {
      const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
      throw accountingProblems.sales_channel_refused(detail, faults.slice(0, 100));
    }
    const withId = <Named extends { accountCode: string }>({ accountCode, ...named }: Named) => ({
      ...named,
      accountId: byCode.get(accountCode)!.id,
    });
    return {
      ...before,
      ...said,
      ...(accountRules && { accountRules: accountRules.map(withId) }),
      ...(paymentMethods && { paymentMethods: paymentMethods.map(withId) }),
    };
  }
}

type Accounts = ReadonlyMap<string, MoneyAccount>;

function ruleFaults(rules: NonNullable<CreateSalesChannel['accountRules']>, accounts: Accounts): ProblemError[] {
  return rules.flatMap(({ itemCode, itemTaxClass, accountCode }, index) => {
    const fault = (field: string, code: string, message: string) => [
      { pointer: `/accountRules/${index}${field}`, code, message },
    ];
    if (itemCode === undefined && itemTaxClass === undefined) {
      return fault('', 'rule_of_nothing', 'A rule is about an item code, a tax class, or both.');
    }
    const account = accounts.get(accountCode);
    const isUsable = account && !account.isGroup && account.isActive && account.control === 'none';
    if (isUsable) return [];
    const message = `The legal entity has no active account ${accountCode} that takes revenue.`;
    return fault('/accountCode', 'unknown_account', message);
  });
}

function methodFaults(methods: NonNullable<CreateSalesChannel['paymentMethods']>, accounts: Accounts): ProblemError[] {
  const seen = new Set<string>();
  return methods.flatMap(({ method, accountCode }, index) => {
    const pointer = `/paymentMethods/${index}`;
    if (seen.has(method)) {
      return {
        pointer: `${pointer}/method`,
        code: 'method_named_twice',
        message: `The method ${method} stands twice.`,
      };
    }
    seen.add(method);
    const account = accounts.get(accountCode);
    const fault = moneyAccountFault({ accountId: accountCode }, account, account?.currency ?? 'EUR');
    if (!fault) return [];
    return { ...fault, pointer: `${pointer}/accountCode` };
  });
}
