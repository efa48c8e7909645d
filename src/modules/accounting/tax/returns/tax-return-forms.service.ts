import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { TaxCodesRepository } from '../codes/tax-codes.repository.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import { arrangeBoxes } from './arrange-boxes.js';
import { readFormBox } from './read-form-box.js';
import {
  type CreateTaxReturnForm,
  type CreateTaxReturnFormVersion,
  type TaxReturnFormRow,
  type TaxReturnFormVersionRow,
  TaxReturnFormVersionView,
  TaxReturnFormView,
  type UpdateTaxReturnForm,
} from './tax-return-forms.dto.js';
import {
  formVersionColumns,
  formVersionSource,
  taxReturnFormColumns,
  taxReturnFormSource,
} from './tax-return-forms.list.js';
import { TaxReturnFormsRepository } from './tax-return-forms.repository.js';

const MANAGE = taxPermissions.manageTaxes.name;

/** The forms on which legal entities declare their taxes. */
@Injectable()
export class TaxReturnFormsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly taxCodes: TaxCodesRepository,
    private readonly forms: TaxReturnFormsRepository,
  ) {}

  list(request: ListRequest): Promise<Page<TaxReturnFormView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<TaxReturnFormRow>(transaction, {
        columns: taxReturnFormColumns,
        from: taxReturnFormSource,
        where: 'form.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxReturnFormView.from(row));
    });
  }

  find(id: string): Promise<TaxReturnFormView> {
    return this.unitOfWork.read(async (transaction) => TaxReturnFormView.from(await this.forms.get(transaction, id)));
  }

  versions(id: string, request: ListRequest): Promise<Page<TaxReturnFormVersionView>> {
    return this.unitOfWork.read(async (transaction) => {
      await this.forms.get(transaction, id);
      const rows = await request.rows<TaxReturnFormVersionRow>(transaction, {
        columns: formVersionColumns,
        from: formVersionSource,
        where: 'version.organization_id = $1 AND version.form_id = $2',
        parameters: [transaction.organizationId, id],
      });
      return request.page(rows, (row) => TaxReturnFormVersionView.from(row));
    });
  }

  create(body: CreateTaxReturnForm): Promise<TaxReturnFormView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      return TaxReturnFormView.from(await this.add(transaction, legalEntityId, body));
    });
  }

  /** Within the command of whoever brings the form. */
  async add(transaction: Transaction, legalEntityId: string, body: CreateTaxReturnForm): Promise<TaxReturnFormRow> {
    const { code, name, country, subdivision = null, frequency } = body;
    const taxCodes = body.taxCodes ?? (await this.forms.freeCodes(transaction, legalEntityId));
    await this.requireCodes(transaction, { id: null, legalEntityId }, taxCodes);
    const form = { legalEntityId, code, name, country, subdivision, frequency };
    const id = await this.forms.insert(transaction, form);
    await this.forms.setCodes(transaction, { id, legalEntityId }, taxCodes);
    await this.addVersionTo(transaction, { id, legalEntityId, taxCodes }, body);
    return this.forms.get(transaction, id);
  }

  update(id: string, expectedVersion: number, body: UpdateTaxReturnForm): Promise<TaxReturnFormView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const before = await this.forms.hold(transaction, id);
      requireVersion(before.version, expectedVersion);
      if (body.taxCodes) {
        await this.requireCodes(transaction, before, body.taxCodes);
        await this.forms.setCodes(transaction, before, body.taxCodes);
      }
      await this.forms.update(transaction, { ...before, ...body });
      return TaxReturnFormView.from(await this.forms.get(transaction, id));
    });
  }

  addVersion(id: string, body: CreateTaxReturnFormVersion): Promise<TaxReturnFormVersionView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const form = await this.forms.hold(transaction, id);
      const versionId = await this.addVersionTo(transaction, form, body);
      return TaxReturnFormVersionView.from(await this.forms.version(transaction, versionId));
    });
  }

  private addVersionTo(
    transaction: Transaction,
    form: Pick<TaxReturnFormRow, 'id' | 'legalEntityId' | 'taxCodes'>,
    { validFrom, boxes: said, dueBox = null }: CreateTaxReturnFormVersion,
  ): Promise<string> {
    const boxes = said.map(readFormBox);
    const { faults, depths } = arrangeBoxes(boxes);
    for (const [index, { taxCodes }] of boxes.entries()) {
      for (const [at, code] of (taxCodes ?? []).entries()) {
        if (form.taxCodes.includes(code)) continue;
        const pointer = `/boxes/${index}/taxCodes/${at}`;
        faults.push({ pointer, code: 'code_not_on_form', message: `The form does not report the tax code ${code}.` });
      }
    }
    if (dueBox !== null && !boxes.some(({ code }) => code === dueBox)) {
      faults.push({ pointer: '/dueBox', code: 'unknown_box', message: `The form has no box ${dueBox}.` });
    }
    if (faults.length > 0) throw taxProblems.tax_return_form_refused(faults[0]!.message, faults);
    return this.forms.addVersion(transaction, form, { validFrom, boxes, dueBox }, depths);
  }

  private async requireCodes(
    transaction: Transaction,
    { id, legalEntityId }: { id: string | null; legalEntityId: string },
    codes: readonly string[],
  ): Promise<void> {
    const [known, elsewhere] = await Promise.all([
      this.taxCodes.byCode(transaction, legalEntityId, codes),
      this.forms.formsOfCodes(transaction, legalEntityId, codes, id),
    ]);
    const faults = codes.flatMap((code, index): ProblemError[] => {
      const pointer = `/taxCodes/${index}`;
      const found = known.get(code);
      if (!found) {
        return [{ pointer, code: 'unknown_tax_code', message: `The legal entity has no tax code ${code}.` }];
      }
      if (found.isGroup) {
        return [{ pointer, code: 'tax_code_is_group', message: `${code} is a group: name the codes it consists of.` }];
      }
      const form = elsewhere.get(code);
      return form === undefined
        ? []
        : [{ pointer, code: 'code_on_other_form', message: `The tax code ${code} is reported on the form ${form}.` }];
    });
    if (faults.length > 0) throw taxProblems.tax_return_form_refused(faults[0]!.message, faults);
  }
}
