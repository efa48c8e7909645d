import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireVersion } from '#platform/http/etag.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { taxEvents } from '../tax.events.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { calculateBoxes } from './calculate-boxes.js';
import { boxesView, type Declared, digestOf } from './declared-boxes.js';
import { boxesForm, boxesHead, type ReadBoxes } from './declared-boxes-table.js';
import { TaxReturnFormsRepository } from './tax-return-forms.repository.js';
import { type FileTaxReturn, type TaxReturnBoxesView, type TaxReturnRow, TaxReturnView } from './tax-returns.dto.js';
import { TaxReturnsRepository } from './tax-returns.repository.js';

const FILE = taxPermissions.fileTaxReturns.name;

/** Shows what a return declares, and fixes it. */
@Injectable()
export class TaxReturnFilingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly forms: TaxReturnFormsRepository,
    private readonly returns: TaxReturnsRepository,
  ) {}

  /** What a return declares, as JSON or as a file. */
  boxes(id: string): Report<TaxReturnBoxesView> {
    return {
      name: `tax-return-boxes-${id}`,
      view: async () => (await this.readBoxes(id)).view,
      table: () =>
        tableOf(boxesForm, async () => {
          const read = await this.readBoxes(id);
          return { head: boxesHead(read), rows: read.view.boxes };
        }),
    };
  }

  file(id: string, expectedVersion: number, body: FileTaxReturn): Promise<TaxReturnView> {
    return this.unitOfWork.run(FILE, async (transaction) => {
      const { formId } = await this.returns.get(transaction, id);
      await this.forms.hold(transaction, formId);
      const open = await this.returns.hold(transaction, id);
      requireVersion(open.version, expectedVersion);
      await this.requireFileable(transaction, open, body);
      const version = (await this.forms.versionOn(transaction, formId, open.startsOn))!;
      const { filedOn, reference = null } = body;
      await this.returns.file(transaction, id, { formVersionId: version.id, filedOn, reference });
      const groups = await this.returns.groups(transaction, id);
      if (body.digest !== undefined && body.digest !== digestOf({ version, groups })) {
        throw taxProblems.tax_return_changed('The boxes are not those that were read any more; read them again.');
      }
      await this.returns.addAmounts(transaction, open, version.id, calculateBoxes(version.boxes, groups));
      const filed = await this.returns.get(transaction, id);
      const { legalEntityId, startsOn, endsOn, revision } = filed;
      const data = { taxReturnId: id, legalEntityId, formId, startsOn, endsOn, revision };
      await transaction.publish(taxEvents.taxReturnFiled, id, data);
      return TaxReturnView.from(filed);
    });
  }

  private readBoxes(id: string): Promise<ReadBoxes> {
    return this.unitOfWork.read(async (transaction) => {
      const found = await this.returns.get(transaction, id);
      const declared = await this.declared(transaction, found);
      const entity = await this.legalEntity.describe(found.legalEntityId);
      const rest = await this.returns.rest(transaction, id);
      const view = boxesView(found, declared, rest, entity.functionalCurrency);
      return { view, found, entity, madeAt: await transaction.startedAt };
    });
  }

  private async requireFileable(
    transaction: Transaction,
    { status, endsOn, formId, startsOn }: TaxReturnRow,
    { filedOn }: FileTaxReturn,
  ): Promise<void> {
    if (status !== 'open') throw taxProblems.tax_return_state('The return is filed already.');
    const today = await this.clock.today(transaction);
    if (today <= endsOn) {
      throw taxProblems.tax_return_state(`The period ends on ${endsOn}: the return is filed on a later day.`);
    }
    const faults: ProblemError[] = [];
    const fault = (code: string, message: string) => faults.push({ pointer: '/filedOn', code, message });
    if (filedOn > today) fault('in_future', `The day of filing is ${today} or earlier.`);
    if (filedOn <= endsOn)
      fault('before_period_end', `The day of filing is after the period, which ends on ${endsOn}.`);
    if (faults.length > 0) throw taxProblems.tax_return_refused(faults[0]!.message, faults);
    const earlier = await this.returns.earlierOpen(transaction, { formId, startsOn });
    if (!earlier) return;
    const kind = earlier.revision === 0 ? 'return' : 'amendment';
    throw taxProblems.tax_return_state(
      `The ${kind} of ${earlier.startsOn} to ${earlier.endsOn} is open; file it first, or remove it.`,
    );
  }

  /** The boxes of a filed return are those that it was filed with; they are not calculated anew. */
  private async declared(transaction: Transaction, found: TaxReturnRow): Promise<Declared> {
    const { id, formId, formVersionId, startsOn, amends } = found;
    const version = formVersionId
      ? await this.forms.version(transaction, formVersionId)
      : (await this.forms.versionOn(transaction, formId, startsOn))!;
    const groups = await this.returns.groups(transaction, id);
    const amounts = await this.returns.amounts(transaction, id);
    const boxes = formVersionId
      ? version.boxes.map(({ code }) => amounts.get(code)!)
      : calculateBoxes(version.boxes, groups);
    return {
      version,
      groups,
      boxes,
      amended: amends === null ? null : await this.returns.amounts(transaction, amends),
    };
  }
}
