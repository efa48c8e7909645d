import type { Ready } from './ready-organization.js';
import type { Particulars } from './particulars-of-trade.js';

/** Returns of taxes with what settles them, and taxes that customers withhold. */
export function ofTaxReturns({ legalEntityId, taxReturns }: Ready): Record<string, Particulars> {
  const boxes = [{ code: '1', name: 'Sales', kind: 'lines', amount: 'base' }];
  const form = { code: 'NEW', name: 'Return', country: 'SE', frequency: 'yearly', taxCodes: [] };
  return {
    createTaxReturnForm: { body: { ...form, legalEntityId, validFrom: '2026-01-01', boxes } },
    updateTaxReturnForm: { on: taxReturns.form, body: { name: 'Renamed' } },
    createTaxReturnFormVersion: { on: taxReturns.form, body: { validFrom: '2026-01-01', boxes } },
    importTaxReturnTemplate: {
      body: { templateCode: 'uk_vat', legalEntityId: taxReturns.taxedEntity.id, validFrom: '2026-01-01' },
    },
    openTaxReturn: { body: { formId: taxReturns.form.id } },
    deleteTaxReturn: { on: taxReturns.open },
    fileTaxReturn: { on: taxReturns.open, body: { filedOn: '2020-03-10' } },
    settleTaxReturn: { on: taxReturns.unsettled, body: { settledOn: '2026-02-28' } },
    reverseTaxReturnSettlement: { on: taxReturns.settlement, body: { reason: 'Wrong date' } },
    amendTaxReturn: { on: taxReturns.filed, body: { reason: 'Late invoices' } },
    createWithholdingCode: { body: { legalEntityId, code: 'NEW', name: 'New', accountCode: '1690' } },
    updateWithholdingCode: { body: { name: 'Renamed' } },
    createWithholdingRate: {
      body: {
        withholdingCodeId: taxReturns.withholdingCode.id,
        validFrom: '2030-01-01',
        rate: '0.1',
        closesPrevious: true,
      },
    },
    closeWithholdingRate: { on: taxReturns.withholdingRate, body: { validTo: '2030-12-31' } },
    deleteWithholdingRate: { on: taxReturns.withholdingRate },
    updateWithholding: { body: { certificateNumber: 'R-1', certifiedOn: '2026-12-31' } },
  };
}
