import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { readTaxCode, type TaxCodeProposal } from './read-tax-code.js';
import type { TaxCodeContent, TaxCodeRow } from './tax-code.js';
import { partFaults, rateFaults, taxCodeFaults } from './tax-code-faults.js';
import { type CreateTaxCode, TaxCodeView, type UpdateTaxCode } from './tax-codes.dto.js';
import { taxCodeColumns, taxCodeSource } from './tax-codes.list.js';
import { type TaxAccountIds, TaxCodesRepository } from './tax-codes.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;

/** The tax codes of legal entities. */
@Injectable()
export class TaxCodesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly taxCodes: TaxCodesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<TaxCodeView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<TaxCodeRow>(transaction, {
        columns: taxCodeColumns,
        from: taxCodeSource,
        where: 'tax.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxCodeView.from(row));
    });
  }

  find(id: string): Promise<TaxCodeView> {
    return this.unitOfWork.read(async (transaction) => TaxCodeView.from(await this.taxCodes.get(transaction, id)));
  }

  create(body: CreateTaxCode): Promise<TaxCodeView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const id = await this.add(transaction, legalEntityId, readTaxCode(body));
      return TaxCodeView.from(await this.taxCodes.get(transaction, id));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateTaxCode): Promise<TaxCodeView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireVersion(await this.taxCodes.hold(transaction, id), expectedVersion);
      const known = await this.taxCodes.get(transaction, id);
      const changed: TaxCodeRow = { ...known, ...body };
      refuse(known.isGroup ? groupFaults(changed) : taxCodeFaults(changed));
      const named = new Set([known.outputAccountCode, known.inputAccountCode, known.cashBasisAccountCode]);
      const accounts = await this.accountsOf(transaction, known.legalEntityId, changed, named);
      if (changed.cashBasisAccountCode !== known.cashBasisAccountCode) await this.requireUnused(transaction, id);
      await this.taxCodes.update(transaction, changed, accounts);
      return TaxCodeView.from(await this.taxCodes.get(transaction, id));
    });
  }

  /** What waits on an account is moved off it by payments: the account stays that of the code. */
  private async requireUnused(transaction: Transaction, id: string): Promise<void> {
    if (!(await this.taxCodes.hasDeferredTax(transaction, id))) return;
    const message = 'Documents left tax that is not due on the account; it stays the account of the code.';
    refuse([{ pointer: '/cashBasisAccountCode', code: 'account_in_use', message }]);
  }

  /** Adds a code with its parts and rates: also for templates. */
  async add(transaction: Transaction, legalEntityId: string, proposal: TaxCodeProposal): Promise<string> {
    const { components, rates, ...code } = proposal;
    const inOrder = [...rates].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    const ofRates = rates.flatMap((rate, index) => rateFaults(code, rate).map(below(`/rates/${index}`)));
    refuse([...(code.isGroup ? groupFaults(code) : taxCodeFaults(code)), ...ofRates]);
    if (inOrder.some(({ validFrom }, at) => at > 0 && validFrom <= (inOrder[at - 1]!.validTo ?? '9999'))) {
      const message = 'Two of the rates are for the same days.';
      throw taxProblems.tax_rate_overlap(message, [{ pointer: '/rates', code: 'rates_overlap', message }]);
    }
    const codes = [code.code, ...components.map((part) => part.code)];
    const known = await this.taxCodes.byCode(transaction, legalEntityId, codes);
    if (known.has(code.code)) {
      const message = `The legal entity has a tax code ${code.code}.`;
      throw taxProblems.tax_code_taken(message, [{ pointer: '/code', code: 'code_taken', message }]);
    }
    refuse(partFaults(components, known));
    const accounts = await this.accountsOf(transaction, legalEntityId, code);
    const id = await this.taxCodes.insert(transaction, legalEntityId, code, accounts);
    if (components.length > 0) await this.taxCodes.insertComponents(transaction, legalEntityId, id, components);
    if (rates.length > 0) await this.taxCodes.insertRates(transaction, legalEntityId, id, rates);
    return id;
  }

  /** @param kept codes that may be of inactive accounts, since they are named already */
  private async accountsOf(
    transaction: Transaction,
    legalEntityId: string,
    content: TaxCodeContent,
    kept: ReadonlySet<string | null> = new Set(),
  ): Promise<TaxAccountIds> {
    const named = {
      outputAccountCode: content.outputAccountCode,
      inputAccountCode: content.inputAccountCode,
      cashBasisAccountCode: content.cashBasisAccountCode,
    };
    const codes = Object.values(named).filter((code) => code !== null);
    const accounts = await this.taxCodes.accounts(transaction, legalEntityId, codes);
    const faults = Object.entries(named).flatMap(([field, code]): ProblemError[] => {
      const found = code === null ? undefined : accounts.get(code);
      const wrong = (reason: string, message: string) => [{ pointer: `/${field}`, code: reason, message }];
      if (code === null) return [];
      if (!found) return wrong('unknown_account', `The legal entity has no account ${code}.`);
      if (found.isGroup) return wrong('account_is_group', `Account ${code} is a group, which has no lines.`);
      if (found.control !== 'none') return wrong('control_account', `Account ${code} is a control account.`);
      if (found.status !== 'active' && !kept.has(code))
        return wrong('account_inactive', `Account ${code} is inactive.`);
      return [];
    });
    refuse(faults);
    const idOf = (code: string | null) => (code === null ? null : accounts.get(code)!.id);
    const { outputAccountCode, inputAccountCode, cashBasisAccountCode } = named;
    return { output: idOf(outputAccountCode), input: idOf(inputAccountCode), cashBasis: idOf(cashBasisAccountCode) };
  }
}

/** A group has nothing of its own that its parts have. */
function groupFaults(content: TaxCodeContent): ProblemError[] {
  const own = {
    exemptionCode: content.exemptionCode,
    exemptionText: content.exemptionText,
    outputAccountCode: content.outputAccountCode,
    inputAccountCode: content.inputAccountCode,
    cashBasisAccountCode: content.cashBasisAccountCode,
  };
  const names = Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [name]));
  if (content.recoverableShare !== '1') names.push('recoverableShare');
  return names.map((name) => {
    return { pointer: `/${name}`, code: 'of_components', message: 'A group has none of its own; its components do.' };
  });
}

const below = (pointer: string) => (error: ProblemError) => ({ ...error, pointer: `${pointer}${error.pointer}` });

function refuse(errors: ProblemError[]): void {
  if (errors.length === 0) return;
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  throw taxProblems.tax_code_refused(detail, errors);
}
