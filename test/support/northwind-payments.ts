import { Decimal, sum } from '#kernel/decimal.js';

/** What came in on the bank account of the sample company. */
export interface NorthwindPayment {
  paidOn: string;
  amount: string;
  payer: string;
  remittance: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One statement of ISO 20022 with all of them, in the order of their days, on an account that begins with nothing. */
export function camtOfPayments(iban: string, payments: readonly NorthwindPayment[]): Buffer {
  const sorted = payments.toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : 1));
  const [first, last] = [sorted[0]!.paidOn, sorted.at(-1)!.paidOn];
  const total = sum(payments.map(({ amount }) => new Decimal(amount))).toFixed(2);
  const credit = (amount: string) => `<Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
  const balance = (code: string, amount: string, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${credit(amount)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = sorted.map(({ paidOn, amount, payer, remittance }, index) =>
    [
      `<Ntry>${credit(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${paidOn}</Dt></BookgDt>`,
      `<AcctSvcrRef>N-${index + 1}</AcctSvcrRef><NtryDtls><TxDtls>`,
      `<RltdPties><Dbtr><Pty><Nm>${escaped(payer)}</Nm></Pty></Dbtr></RltdPties>`,
      `<RmtInf><Ustrd>${escaped(remittance)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    ].join(''),
  );
  return Buffer.from(
    [
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>NORTHWIND</Id>',
      `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
      balance('OPBD', '0.00', first),
      balance('CLBD', total, last),
      ...entries,
      '</Stmt></BkToCstmrStmt></Document>',
    ].join('\n'),
  );
}
