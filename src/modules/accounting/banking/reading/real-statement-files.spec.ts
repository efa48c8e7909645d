import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Decimal, sum } from '#kernel/decimal.js';
import type { BalanceType, ReadStatement } from './read-statement.js';
import { readStatementFile } from './read-statement-file.js';
import { StatementFindings } from './statement-findings.js';

/** Files of banks stand in a folder beside the repository, where there is one. */
function findFolder(): string | undefined {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const folder = join(root, '..', 'shared', 'data');
  return existsSync(join(folder, 'camt053')) ? folder : undefined;
}

const folder = findFolder();
const bytesOf = (name: string) => readFileSync(join(folder ?? '', name));

function read(name: string) {
  const findings = new StatementFindings();
  const file = readStatementFile(bytesOf(name), undefined, findings);
  return { ...file, findings, statements: file?.statements ?? [] };
}

const balance = (statement: ReadStatement, type: BalanceType) =>
  statement.balances.find((one) => one.type === type)?.amount;

/** Whether the lines lead from the opening to the closing balance. */
const adds = (statement: ReadStatement) =>
  sum([new Decimal(balance(statement, 'opening')!), ...statement.lines.map(({ amount }) => new Decimal(amount))]).eq(
    balance(statement, 'closing')!,
  );

/** What stands at the path in a JSON document; undefined where there is nothing. */
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((one, name) => (one as Record<string, unknown> | null | undefined)?.[name], value);
const all = (value: unknown, name: string) => at(value, name) as unknown[];
const day = (value: unknown, name: string) => (at(value, name, '0') as string | undefined)?.slice(0, 10) ?? null;

function money(value: unknown) {
  const currency = at(value, 'getAmount', 'getCurrency', 'getCode') as string;
  const decimals = currency === 'JPY' ? 0 : 2;
  const units = at(value, 'getAmount', 'getAmount') as string;
  return [new Decimal(units).div(10 ** decimals).toFixed(decimals), currency];
}

if (!folder) {
  it('real bank statements are not beside this checkout: nothing was checked against them', () => {
    expect(folder).toBeUndefined();
  });
} else {
  describe.each(['camt053.v2.minimal', 'camt053.v2.multi.statement', 'camt053.v8'])('%s', (name) => {
    const { statements, findings, format } = read(`camt053/${name}.xml`);
    const json: unknown = JSON.parse(bytesOf(`camt053/${name}.json`).toString());
    // What was written before is a mark in the file: the last record is the one that is written out.
    const entry = all(json, 'getEntries').find((one) => typeof one === 'object');
    const record = at(entry, 'getRecord');
    const detail = at(entry, 'getTransactionDetail');
    const statement = statements.at(-1)!;
    const line = statement.lines[0]!;

    it('has the statement as the JSON beside it has', () => {
      expect(format).toBe('camt');
      expect(findings.faults).toEqual([]);
      expect(statement).toMatchObject({ kind: 'statement', reference: at(record, 'getId') });
      const { iban, number } = statement.account;
      expect(iban ?? number).toBe(at(record, 'getAccount', 'getIdentification'));
      const stated = statement.balances.map(({ type, amount, currency, date }) => [type, amount, currency, date]);
      expect(stated).toEqual(
        all(record, 'getBalances').map((one) => [at(one, 'getType'), ...money(one), day(one, 'getDate')]),
      );
      const sequence = [at(record, 'getElectronicSequenceNumber'), at(record, 'getPagination', 'getPageNumber')];
      expect(statement.number).toBe(sequence.filter((one) => typeof one === 'string').join('/') || null);
      expect([statement.from, statement.to]).toEqual([day(record, 'getFromDate'), day(record, 'getToDate')]);
    });

    it('has the line as the JSON beside it has', () => {
      const code = at(entry, 'getBankTransactionCode');
      const family = ['getCode', 'getSubFamilyCode'].map((one) => at(code, 'getDomain', 'getFamily', one));
      const domain = [at(code, 'getDomain', 'getCode'), ...family].filter((one) => typeof one === 'string');
      expect(line).toMatchObject({
        bookedOn: day(entry, 'getBookingDate'),
        valuedOn: day(entry, 'getValueDate'),
        bankReference: at(entry, 'getAccountServicerReference') ?? null,
        transactionCode: domain.join('/') || at(code, 'getProprietary', 'getCode'),
        isReversal: at(entry, 'getReversalIndicator'),
      });
      expect([line.amount, line.currency]).toEqual(money(entry));
      expect(line.amount.startsWith('-')).toBe(at(entry, 'getCreditDebitIndicator') === 'DBIT');
    });

    it('has the transaction as the JSON beside it has', () => {
      expect(line).toMatchObject({
        endToEndReference: at(detail, 'getReference', 'getEndToEndId') ?? null,
        mandateReference: at(detail, 'getReference', 'getMandateId') ?? null,
        creditorReference: at(detail, 'getRemittanceInformation', 'getCreditorReferenceInformation', 'getRef') ?? null,
        remittance: at(detail, 'getRemittanceInformation', 'getUnstructuredBlock', 'getMessage') ?? null,
      });
      const wanted = line.amount.startsWith('-') ? 'Creditor' : 'Debtor';
      const party = all(detail, 'getRelatedParties').find((one) =>
        (at(one, 'getRelatedPartyType', '__CLASS__') as string).endsWith(wanted),
      );
      // One of the samples has a creditor alone beside what came in.
      expect(line.counterparty.name).toBe(at(party, 'getRelatedPartyType', 'getName') ?? null);
      expect(line.counterparty.iban).toBe(at(party, 'getAccount', 'getIdentification') ?? null);
    });
  });

  it('chains the two statements of a file', () => {
    const { statements } = read('camt053/camt053.v2.multi.statement.xml');
    expect(statements.map((one) => [balance(one, 'opening'), balance(one, 'closing'), adds(one)])).toEqual([
      ['18.15', '27.00', true],
      ['27.00', '20.00', true],
    ]);
  });

  // Two of the files were made anonymous without care for their sums.
  it.each([
    ['betterplace-sepa_mt9401', 97, 0],
    ['jejik-ing', 7, 1],
    ['jejik-postfinance', 4, 1],
  ])('%s leads from opening to closing balance', (name, count, broken) => {
    const { statements, findings, format } = read(`mt940/${name}.sta`);
    expect(format).toBe('mt940');
    expect(findings.faults).toEqual([]);
    expect(statements.flatMap(({ lines }) => lines)).toHaveLength(count);
    expect(statements.filter((one) => !adds(one))).toHaveLength(broken);
  });

  it('reads keys of SEPA, Dutch, Polish and Swiss texts', () => {
    const lines = (name: string) => read(`mt940/${name}.sta`).statements.flatMap((one) => one.lines);
    expect(lines('betterplace-sepa_mt9401')[0]).toMatchObject({
      bookedOn: '2007-09-04',
      amount: '300.00',
      endToEndReference: 'TFNR 40005 00005',
      bankReference: '0724710345313905',
      transactionCode: 'NTRF/159',
      remittance: 'Grund nicht spezifiziert Reject aus SEPA-Ueberweisungsauftrag',
    });
    expect(lines('betterplace-sepa_mt9401')[7]).toMatchObject({
      endToEndReference: 'EndToEndIdTFNR2000400001',
      counterparty: {
        name: 'Richter Renate 70 Zeichen Beginn Fuellzeichen xxxxxxxx',
        iban: 'DE42100100100043921105',
        number: null,
        bic: 'PBNKDEFF100',
      },
    });
    expect(lines('betterplace-sepa_mt9401')[5]).toMatchObject({ amount: '-204.88', isReversal: true });
    expect(lines('cmxl-mt940').at(-3)).toMatchObject({
      bookedOn: '2003-10-20',
      amount: '20000.00',
      counterparty: { number: '0000777777777777', iban: 'PL08106000760000777777777777' },
    });
    expect(lines('jejik-abnamro')[0]).toMatchObject({ amount: '-9.00', transactionCode: 'N192' });
    expect(lines('jejik-abnamro')[0]?.remittance).toContain('BETALINGSKENM. 000000042188659');
    expect(lines('jejik-triodos')[0]?.remittance).toBe(
      'ALGEMENE TUSSENREKENING KOSTEN VAN 01-10-2010 TOT EN MET 31-12-2010',
    );
    expect(lines('jejik-postfinance')[0]).toMatchObject({ bookedOn: '2013-12-09', amount: '79.70', currency: 'CHF' });
  });

  it('refuses the thirtieth of February with its line', () => {
    const { findings } = read('mt940/self-provided-february_30.sta');
    expect(findings.faults).toEqual([
      { line: 6, code: 'invalid_date', message: '"160230" is no day: the calendar has no 2016-02-30.' },
    ]);
  });

  it('refuses a line outside of any statement', () => {
    const { findings, statements } = read('mt940/self-provided-multiline.sta');
    expect(new Set(findings.faults.map(({ code }) => code))).toEqual(new Set(['field_missing']));
    expect(adds(statements[0]!)).toBe(true);
    expect(statements[0]?.lines[0]).toMatchObject({ original: { amount: '4.50', currency: 'EUR' } });
  });

  it('reads OFX of both versions', () => {
    const { statements, findings } = read('ofx/bank_medium.ofx');
    expect(findings.faults).toEqual([]);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      account: { number: '12300 000012345678', bank: '160000100', currency: 'CAD' },
      from: '2009-04-01',
      to: '2009-05-23',
    });
    expect(
      statements[0]?.lines.map(({ bookedOn, amount, bankReference }) => [bookedOn, amount, bankReference]),
    ).toEqual([
      ['2009-04-01', '-6.60', '0000123456782009040100001'],
      ['2009-04-02', '-316.67', '0000123456782009040200004'],
      ['2009-04-03', '-22.00', '0000123456782009040300005'],
    ]);
    expect(statements[0]?.lines[1]).toMatchObject({
      transactionCode: 'CHECK',
      remittance: "MISCELLANEOUS PAYMENTS;Joe's Bald Hairstyles",
      counterparty: { name: "Joe's Bald Hairstyles" },
    });
    const several = read('ofx/multiple_accounts.ofx');
    expect(several.findings.faults).toEqual([]);
    expect(several.statements.map((one) => [one.account.number, balance(one, 'closing'), one.lines.length])).toEqual([
      ['9100', '111.00', 0],
      ['9200', '222.00', 0],
    ]);
  });
}
