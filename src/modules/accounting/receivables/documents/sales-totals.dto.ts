import { Flag, Money, Text } from '#platform/http/fields/fields.js';
import { AppliedTaxView } from '../../tax/documents/tax-calculation.view.js';

export class SalesTaxView extends AppliedTaxView {
  @Flag({ example: false, description: 'The buyer owes it.' })
  isReverseCharge: boolean;

  @Text(30, { nullable: true, example: 'VATEX-EU-AE' })
  exemptionCode: string | null;

  @Text(500, { nullable: true, example: 'Reverse charge' })
  exemptionText: string | null;

  @Money({ example: '1000.00' })
  base: string;

  @Money({ example: '250.00' })
  tax: string;
}

export class SalesTotalsView {
  @Money({ example: '1000.00', description: 'BT-106 of EN 16931.' })
  lineNet: string;

  @Money({ example: '1000.00', description: 'BT-109: lines, less allowances, plus charges.' })
  net: string;

  @Money({ example: '250.00', description: 'BT-110.' })
  tax: string;

  @Money({ example: '1250.00', description: 'BT-112.' })
  gross: string;

  @Money({ example: '0.00', description: 'BT-114.' })
  rounding: string;

  @Money({ example: '1250.00', description: 'What the customer is charged, or given back: gross and rounding.' })
  payable: string;
}
