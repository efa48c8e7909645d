import { Count } from '#platform/http/fields/fields.js';

const count = (example: number, description: string) => Count(0, 2_147_483_647, { example, description });

/** How much of what the file holds, and what became of it. */
export class SieImportCountsView {
  @count(45, 'Accounts of the file, and those that the openings need besides.')
  accounts: number;

  @count(45, 'Accounts that are new in the books.')
  accountsCreated: number;

  @count(3, '#DIM and #UNDERDIM')
  dimensions: number;

  @count(24, '#OBJEKT')
  objects: number;

  @count(3, 'Dimensions that are new in the books.')
  dimensionsCreated: number;

  @count(24, 'Values of dimensions that are new in the books, also of objects that are used without #OBJEKT.')
  objectsCreated: number;

  @count(112, 'Objects on rows of vouchers that became entries.')
  voucherObjects: number;

  @count(30, '#IB of all years')
  openingBalances: number;

  @count(30, '#UB of all years')
  closingBalances: number;

  @count(15, '#RES of all years')
  results: number;

  @count(0, '#OIB and #OUB of all years')
  objectBalances: number;

  @count(0, '#PSALDO')
  periodBalances: number;

  @count(12, '#PBUDGET')
  periodBudgets: number;

  @count(85, '#VER')
  vouchers: number;

  @count(84, 'Vouchers that became entries.')
  vouchersPosted: number;

  @count(1, 'Vouchers without an amount, named in `skippedVouchers`.')
  vouchersSkipped: number;

  @count(302, '#TRANS')
  rows: number;

  @count(300, 'Ledger lines of the vouchers, the opening entry left out.')
  linesPosted: number;

  @count(2, '#TRANS without an amount.')
  zeroRowsDropped: number;

  @count(0, '#RTRANS: rows that were added later; each counts once, as the #TRANS after it.')
  rowsAdded: number;

  @count(0, '#BTRANS: rows that were struck later; they do not count.')
  rowsStruck: number;
}
