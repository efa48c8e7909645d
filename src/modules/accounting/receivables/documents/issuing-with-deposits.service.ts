import { Injectable } from '@nestjs/common';
import { zero } from '#kernel/decimal.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { accountingProblems } from '../../accounting.problems.js';
import { OpenItemsRepository } from '../../open-items/open-items.repository.js';
import { openItemPermissions } from '../../open-items/open-items.permissions.js';
import { DepositApplications } from '../../receipts/deposit-applications.service.js';
import { type PlannedDeposits, planDeposits, type WantedDeposit } from './plan-deposits.js';
import { SalesFactsRepository } from './sales-facts.repository.js';
import { refuseSale } from './sales-faults.js';
import { SalesIssuing } from './sales-issuing.service.js';
import type { PreparedDocument } from './sales-preparation.service.js';

const { allocate } = openItemPermissions;

/** Issues a document; an invoice with the deposits that it takes in, which are decided first and applied in the same command. */
@Injectable()
export class IssuingWithDeposits {
  constructor(
    private readonly issuing: SalesIssuing,
    private readonly items: OpenItemsRepository,
    private readonly facts: SalesFactsRepository,
    private readonly applications: DepositApplications,
  ) {}

  /**
   * @param prepared with what the same command settles besides
   * @throws Problem forbidden, over_allocated, and as `SalesIssuing.issue`
   */
  async issue(
    transaction: Transaction,
    prepared: PreparedDocument,
    wanted: readonly WantedDeposit[] = [],
  ): Promise<void> {
    if (wanted.length > 0 && !transaction.acting.permissions.has(allocate.name)) {
      throw platformProblems.forbidden(`Deposits are applied by whoever has the permission ${allocate.name}.`);
    }
    await this.issueWith(transaction, prepared, wanted);
  }

  /**
   * The same with deposits that the running command has taken itself.
   *
   * @returns the entries that apply them
   */
  async issueWith(
    transaction: Transaction,
    prepared: PreparedDocument,
    wanted: readonly WantedDeposit[],
  ): Promise<string[]> {
    const planned = await this.plan(transaction, prepared, wanted);
    const prepaid = planned.amount.plus(prepared.prepaid ?? zero);
    const [entryId] = await this.issuing.issue(transaction, [{ ...prepared, prepaid }]);
    return this.apply(transaction, prepared, entryId!, planned);
  }

  /** The deposits are held from here on, before the books are: as whoever applies one alone does. */
  private async plan(
    transaction: Transaction,
    { document, party, receivablesId }: PreparedDocument,
    wanted: readonly WantedDeposit[],
  ): Promise<PlannedDeposits> {
    if (wanted.length === 0) return { deposits: [], amount: zero };
    if (document.kind !== 'invoice') {
      const message = 'A credit note takes in no deposits: pay them back, or apply them to what is charged.';
      refuseSale([{ pointer: '/deposits', code: 'deposits_of_credit_note', message }]);
    }
    const ids = wanted.map(({ depositItemId }) => depositItemId.toLowerCase());
    const found = await this.items.hold(transaction, [...new Set(ids)]);
    const receivables = (await this.facts.accountCodes(transaction, [receivablesId])).get(receivablesId)!;
    const scope = { legalEntityId: document.legalEntityId, partyId: party.id, partyName: party.name, receivables };
    const plan = planDeposits(wanted, document, scope, new Map(found.map((item) => [item.id, item])));
    if (plan.errors) refuse(plan.errors);
    return plan;
  }

  /** What the ledger refuses of it is told of the invoice. */
  private async apply(
    transaction: Transaction,
    { document, softCloseReason }: PreparedDocument,
    entryId: string,
    { deposits }: PlannedDeposits,
  ): Promise<string[]> {
    if (deposits.length === 0) return [];
    const entryIds: string[] = [];
    // Instalments are the first lines of the entry.
    const charged = await this.items.ofEntries(transaction, [entryId]);
    for (const [index, { deposit, parts }] of deposits.entries()) {
      const allocations = parts.map(({ instalment, amount }) => {
        return { openItemId: charged[instalment]!.id, amount: amount.toFixed() };
      });
      const { entries } = await inWordsOfInvoice(index, () =>
        this.applications.applyWithin(transaction, {
          legalEntityId: document.legalEntityId,
          partyId: document.partyId,
          depositItemId: deposit.id,
          appliedOn: document.issuedOn,
          ...(softCloseReason !== undefined && { softCloseReason }),
          allocations,
        }),
      );
      entryIds.push(...entries.map(({ id }) => id));
    }
    return entryIds;
  }
}

/** Where nothing but what is open is wrong, the request is right and others were first. */
function refuse(errors: ProblemError[]): never {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  const isOver = errors.every(({ code }) => code === 'over_allocated');
  throw (isOver ? accountingProblems.over_allocated : accountingProblems.sales_document_refused)(detail, errors);
}

async function inWordsOfInvoice<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const ofInvoice: Readonly<Record<string, string>> = {
      '/appliedOn': '/issuedOn',
      '/softCloseReason': '/softCloseReason',
    };
    const errors = error.errors.map((one) => ({ ...one, pointer: ofInvoice[one.pointer] ?? `/deposits/${index}` }));
    throw new Problem(error.code, error.status, error.title, error.detail, errors);
  }
}
