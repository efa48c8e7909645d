import type { Actor } from './actor.js';

export const bankAccounts = '/v1/accounting/bank-accounts';
export const statementImports = '/v1/accounting/bank-statement-imports';
export const statementLines = '/v1/accounting/bank-statement-lines';
export const statements = '/v1/accounting/bank-statements';
export const IBAN = 'DE02120300000000202051';

/** A bank account with its ledger account, which begins on the first of January with 100.00. */
export async function addBankAccount(actor: Actor, fields: Record<string, unknown> = {}) {
  const { accountCode = '1940', ledger = {}, ...rest } = fields;
  const account = { code: accountCode, name: 'Bank', type: 'asset', control: 'bank', ...(ledger as object) };
  const made = await actor.post('/v1/accounting/accounts', account);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const body = { name: 'Business', accountCode, startsOn: '2026-01-01', openingBalance: '100.00', iban: IBAN, ...rest };
  const answer = await actor.post(bankAccounts, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

type Line = [day: string, amount: string, text: string, reference?: string];

const comma = (amount: string) => amount.replace('-', '').replace('.', ',');
const side = (amount: string) => (amount.startsWith('-') ? 'D' : 'C');
const short = (day: string) => day.slice(2).replaceAll('-', '');

/** A statement of SWIFT as it is. */
export function mt940(number: string, opening: string, closing: string, lines: Line[], account = IBAN): Buffer {
  const [first, last] = [lines[0]?.[0] ?? '2026-01-31', lines.at(-1)?.[0] ?? '2026-01-31'];
  return Buffer.from(
    [
      ':20:A',
      `:25:${account}`,
      `:28C:${number}`,
      `:60F:${side(opening)}${short(first)}EUR${comma(opening)}`,
      ...lines.flatMap(([day, amount, text, reference = '']) => [
        `:61:${short(day)}${short(day).slice(2)}${side(amount)}${comma(amount)}NTRFNONREF//${reference}`,
        `:86:${text}`,
      ]),
      `:62F:${side(closing)}${short(last)}EUR${comma(closing)}`,
      '-',
    ].join('\n'),
  );
}

/** A range of days as OFX has it. */
export function ofx(from: string, to: string, closing: string | null, lines: Line[], account = '202051'): Buffer {
  const plain = (day: string) => day.replaceAll('-', '');
  const entries = lines.map(
    ([day, amount, text, reference]) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${plain(day)}<TRNAMT>${amount}<FITID>${reference}<NAME>${text}</STMTTRN>`,
  );
  const balance = closing === null ? '' : `<LEDGERBAL><BALAMT>${closing}<DTASOF>${plain(to)}</LEDGERBAL>`;
  return Buffer.from(
    `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>${account}</BANKACCTFROM><BANKTRANLIST><DTSTART>${plain(from)}<DTEND>${plain(to)}${entries.join('\n')}</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  );
}

/** A message of ISO 20022 with one entry of a batch, which has its transactions or has not. */
export function camt(message: '053' | '054', amounts: string[], isDetailed: boolean): Buffer {
  const [root, record] = message === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const total = amounts.reduce((sum, amount) => sum + Number(amount), 0).toFixed(2);
  const closing = (100 + Number(total)).toFixed(2);
  const details = amounts.map(
    (amount, index) => `<TxDtls><Refs><EndToEndId>E${index}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt></TxDtls>`,
  );
  const balance = (code: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal>`;
  return Buffer.from(
    [
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.08"><${root}><${record}><Id>S1</Id>`,
      `<Acct><Id><IBAN>${IBAN}</IBAN></Id></Acct>`,
      message === '053' ? balance('OPBD', '100.00') + balance('CLBD', closing) : '',
      `<Ntry><Amt Ccy="EUR">${total}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt><AcctSvcrRef>BATCH-1</AcctSvcrRef>`,
      isDetailed ? `<NtryDtls>${details.join('')}</NtryDtls>` : '',
      `</Ntry></${record}></${root}></Document>`,
    ].join('\n'),
  );
}
