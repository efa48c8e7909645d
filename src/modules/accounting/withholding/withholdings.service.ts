import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireVersion } from '#platform/http/etag.js';
import { requireOrder } from '#platform/http/require-order.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { figuresHeading, periodText } from '../chart/figures-heading.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { withholdingPermissions } from './withholding.permissions.js';
import type {
  WithholdingSummaryQuery,
  WithholdingSummaryView,
  WithholdingSumsView,
} from './withholding-summary.dto.js';
import { withholdingSummaryForm, withholdingSummaryRows } from './withholding-summary-table.js';
import { type WithholdingSums, WithholdingSumsRepository } from './withholding-sums.repository.js';
import { type UpdateWithholding, type WithholdingRow, WithholdingView } from './withholdings.dto.js';
import { withholdingColumns, withholdingSource } from './withholdings.list.js';
import { WithholdingsRepository } from './withholdings.repository.js';

const CERTIFY = withholdingPermissions.certifyWithholdings.name;

/** What customers withheld: shown, summed up, and told of certificates. */
@Injectable()
export class WithholdingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly withholdings: WithholdingsRepository,
    private readonly sums: WithholdingSumsRepository,
  ) {}

  list(request: ListRequest): Promise<Page<WithholdingView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<WithholdingRow>(transaction, {
        columns: withholdingColumns,
        from: withholdingSource,
        where: 'withholding.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => WithholdingView.from(row));
    });
  }

  find(id: string): Promise<WithholdingView> {
    return this.unitOfWork.read(async (transaction) =>
      WithholdingView.from(await this.withholdings.get(transaction, id)),
    );
  }

  /** @throws Problem withholding_refused */
  update(id: string, expectedVersion: number, body: UpdateWithholding): Promise<WithholdingView> {
    return this.unitOfWork.run(CERTIFY, async (transaction) => {
      const before = await this.withholdings.hold(transaction, id);
      requireVersion(before.version, expectedVersion);
      const { certificateNumber = before.certificateNumber } = body;
      const kept = certificateNumber === null && body.certifiedOn === undefined ? null : before.certifiedOn;
      const { certifiedOn = kept } = body;
      if (certifiedOn !== null && certificateNumber === null) {
        const message = 'A certificate with a day has a number: give certificateNumber.';
        const error = { pointer: '/certifiedOn', code: 'certificate_without_number', message };
        throw accountingProblems.withholding_refused(message, [error]);
      }
      await this.withholdings.update(transaction, id, { certificateNumber, certifiedOn });
      return WithholdingView.from(await this.withholdings.get(transaction, id));
    });
  }

  /** @throws Problem invalid_parameter where the range ends before it starts */
  summary(query: WithholdingSummaryQuery): Report<WithholdingSummaryView> {
    const { from, to } = query;
    return {
      name: `withholding-summary-${from}-${to}`,
      view: async () => (await this.readSummary(query)).view,
      table: () =>
        tableOf(withholdingSummaryForm, async () => {
          const { view, entity, madeAt } = await this.readSummary(query);
          const title = { title: 'Taxes that customers withheld', period: periodText(from, to), madeAt };
          return { head: figuresHeading(entity, title), rows: withholdingSummaryRows(view) };
        }),
    };
  }

  private readSummary({ legalEntityId, from, to }: WithholdingSummaryQuery): Promise<ReadSummary> {
    return this.unitOfWork.read(async (transaction) => {
      requireOrder({ from, to });
      const entity = await this.legalEntity.describe(legalEntityId, '?legalEntityId');
      const { id, functionalCurrency } = entity;
      const rows = await this.sums.between(transaction, { legalEntityId: id, from, to });
      const { minorUnits } = requireCurrency(functionalCurrency);
      const described = rows.map(({ codeId, code, yearStartsOn, partyId, partyNumber, partyName, ...sums }) => {
        return { codeId, code, yearStartsOn, partyId, partyNumber, partyName, ...sumsOf([sums], minorUnits) };
      });
      const total = sumsOf(rows, minorUnits);
      const view = { legalEntityId: id, from, to, currency: functionalCurrency, rows: described, total };
      return { view, entity, madeAt: await transaction.startedAt };
    });
  }
}

interface ReadSummary {
  view: WithholdingSummaryView;
  entity: LegalEntityFact;
  madeAt: Date;
}

type Summed = 'base' | 'amount' | 'certified' | 'expectedBase' | 'expected';
type Sums = Pick<WithholdingSums, 'count' | Summed>;

function sumsOf(rows: readonly Sums[], minorUnits: number): WithholdingSumsView {
  const of = (name: Summed) => sum(rows.map((row) => new Decimal(row[name])));
  const [amount, certified, expected] = [of('amount'), of('certified'), of('expected')];
  return {
    count: rows.reduce((total, { count }) => total + count, 0),
    base: of('base').toFixed(minorUnits),
    amount: amount.toFixed(minorUnits),
    certified: certified.toFixed(minorUnits),
    uncertified: amount.minus(certified).toFixed(minorUnits),
    expectedBase: of('expectedBase').toFixed(minorUnits),
    expected: expected.toFixed(minorUnits),
    unwithheld: expected.minus(amount).toFixed(minorUnits),
  };
}
