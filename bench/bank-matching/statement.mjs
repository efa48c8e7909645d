/** Prime, so that lines name invoices of all parts of the ledger. */
const STEP = 7;

/** As `bench.amount` has it, in cents. */
const centsOf = (number) => ((number * 7919) % 200_000) + 500;
const invoiceOf = (number) => `INV-2026-${String(number).padStart(6, '0')}`;
/** With the check digits of ISO 13616, as `bench.iban` has them. */
const ibanOf = (number) => {
  const digits = String(98n - (BigInt(`${number}131400`) % 97n)).padStart(2, '0');
  return `DE${digits}${String(number).padStart(18, '0')}`;
};
/** What is left to be paid of an invoice that offers 2 %, rounded half-up. */
const lessDiscount = (cents) => cents - Math.floor((cents * 2 + 50) / 100);
const money = (cents) => (cents / 100).toFixed(2);

/**
 * What a bank tells of: six of ten lines name an invoice, one names two of one customer, two come from the account of a
 * customer and are of the amount of an invoice, one of them less its discount, and one tells nothing.
 *
 * @param {{ lines: number, invoices: number, customers: number }} size
 * @returns {{ csv: Buffer, knowable: number }} the file, and how many of its lines something can be said of
 */
export function statementOf({ lines, invoices, customers }) {
  const rows = ['Day;Amount;Reference;Text;Name;Account'];
  let knowable = 0;
  for (let index = 0; index < lines; index++) {
    const number = 1 + ((index * STEP) % invoices);
    const customer = 1 + (number % customers);
    const { cents, text, account } = told(index % 10, number, { invoices, customers, customer });
    if (index % 10 !== 9) knowable++;
    const day = `2026-06-${String(1 + Math.floor((index * 30) / lines)).padStart(2, '0')}`;
    rows.push(`${day};${money(cents)};REF-${index};${text};Payer ${index % 5000};${account}`);
  }
  return { csv: Buffer.from(`${rows.join('\n')}\n`), knowable };
}

function told(kind, number, { invoices, customers, customer }) {
  const words = 'our payment of goods received with many thanks from the accounts department';
  const account = ibanOf(900_000 + number);
  if (kind < 6) return { cents: centsOf(number), text: `${invoiceOf(number)} ${words}`, account };
  if (kind === 6) {
    const next = number + customers <= invoices ? number + customers : number - customers;
    const text = `Invoices ${invoiceOf(number)} and ${invoiceOf(next)} ${words}`;
    return { cents: centsOf(number) + centsOf(next), text, account };
  }
  // The invoices of these lines are those whose numbers end with 7.
  if (kind === 8) return { cents: lessDiscount(centsOf(number)), text: words, account: ibanOf(customer) };
  if (kind < 8) return { cents: centsOf(number), text: words, account: ibanOf(customer) };
  return { cents: 123, text: `Nothing to go by but 2026 ${words}`, account };
}
