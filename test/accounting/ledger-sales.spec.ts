import { newId } from '#kernel/id.js';
import { brokenCheck, createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { addReceivables, draftOfParty, type Receivables } from '../support/ledger-open-items.js';
import { draftReceipt, keepReceipt, writeReceipt } from '../support/ledger-receipts.js';
import { draftDocument, insertDocument, insertParts, type SalesDraft, writeDocument } from '../support/ledger-sales.js';
import { expectAccepted, expectRefusal, type Refusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself keeps invoices and credit notes.

let ledger: LedgerDatabase;
let own: Receivables;
let taxCode: string;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  own = await addReceivables(ledger);
  taxCode = newId();
  await within(
    `INSERT INTO accounting.tax_code (organization_id, id, legal_entity_id, code, name, applies_to, is_group, kind, category, computation, output_account_id)
     VALUES ($1, $2, $3, 'VAT25', 'VAT', 'sale', false, 'vat', 'S', 'percentage', $4)`,
    [ledger.books.organizationId, taxCode, ledger.books.legalEntityId, ledger.books.accounts['3000']],
  );
});
afterAll(() => ledger?.close());

const SET_PREFIXES = `
  UPDATE accounting.books SET invoice_prefix = coalesce($1, invoice_prefix),
    credit_note_prefix = coalesce($2, credit_note_prefix), document_digits = coalesce($3, document_digits)`;
const within = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));
const invoice = () => draftDocument(ledger, own);
const issue = async (draft: SalesDraft) => {
  await insertDocument(ledger, draft);
  return draft;
};
const taxOf = ({ document }: SalesDraft, tax: string) => ({
  organization_id: document.organization_id,
  document_id: document.id,
  legal_entity_id: document.legal_entity_id,
  position: 1,
  tax_code_id: taxCode,
  base: '80.00',
  tax,
});
/** 80.00 and 20.00 of tax. */
const withTax = (draft: SalesDraft) => {
  Object.assign(draft.document, { line_net: '80.00', net: '80.00', tax: '20.00' });
  Object.assign(draft.lines[0]!, { net: '80.00', tax: '20.00' });
  draft.taxes = [taxOf(draft, '20.00')];
};

describe('an invoice adds up', () => {
  it.each<[string, Refusal, (draft: SalesDraft) => unknown]>([
    ['without lines', { code: 'BU501' }, (draft) => (draft.lines = [])],
    ['with lines of another sum', { code: 'BU501' }, ({ lines }) => (lines[0]!.net = '99.00')],
    ['with another sum of items', { code: 'BU501' }, ({ lines }) => (lines[0]!.kind = 'charge')],
    ['with lines of another tax', { code: 'BU501' }, ({ lines }) => (lines[0]!.tax = '1.00')],
    ['with a tax that it has not', { code: 'BU501' }, (draft) => (draft.taxes = [taxOf(draft, '1.00')])],
    ['with another gross amount', brokenCheck('sales_document_amounts'), ({ document }) => (document.gross = '101.00')],
    [
      'with a rounding that is not paid',
      brokenCheck('sales_document_amounts'),
      ({ document }) => (document.rounding = '0.01'),
    ],
    ['with a number of its own', { code: 'BU502' }, ({ document }) => (document.number = 'INV-2026-900000')],
    ['on another day', { code: 'BU502' }, ({ document }) => (document.issued_on = '2026-03-06')],
    ['for another party', { code: 'BU502' }, ({ document }) => (document.party_id = own.parties.second)],
    [
      'for a party of another legal entity',
      noSuchRow('sales_document_party_fk'),
      ({ document }) => (document.party_id = own.parties.ofSister),
    ],
    ['in another currency', { code: 'BU502' }, ({ document }) => (document.currency = 'USD')],
    [
      'of another amount than its entry',
      { code: 'BU502' },
      ({ document, lines }) => {
        Object.assign(document, { line_net: '90.00', net: '90.00', gross: '90.00', payable: '90.00' });
        lines[0]!.net = '90.00';
      },
    ],
    ['with an entry of another document', { code: 'BU502' }, ({ entry }) => (entry.header.origin_id = newId())],
    ['with an entry of another kind', { code: 'BU502' }, ({ entry }) => (entry.header.origin = 'credit_note')],
    [
      'with a reason to credit it',
      brokenCheck('sales_document_reason'),
      ({ document }) => (document.reason = 'Why not'),
    ],
    [
      'with an external id of no system',
      brokenCheck('sales_document_external_id'),
      ({ document }) => (document.external_id = '1'),
    ],
    [
      'that credits another',
      brokenCheck('sales_document_credits'),
      ({ document }) => (document.credits_id = document.id),
    ],
  ])('and is refused %s', async (_, refusal, fault) => {
    const draft = await invoice();
    const faulty = structuredClone(draft);
    fault(faulty);
    await expectRefusal(insertDocument(ledger, faulty), refusal);
    await expectAccepted(insertDocument(ledger, draft));
  });

  it('with taxes too', async () => {
    const draft = await invoice();
    withTax(draft);
    await expectAccepted(insertDocument(ledger, draft));
  });

  it('and has an entry that nothing else has', async () => {
    const first = await issue(await invoice());
    const second = await invoice();
    second.document.entry_id = first.document.entry_id;
    await expectRefusal(insertDocument(ledger, second), { code: '23505', constraint: 'sales_document_entry_key' });
  });

  it('and an entry that says it is of a document is of one', async () => {
    const header = { origin: 'invoice', origin_id: newId() };
    const entry = await draftOfParty(ledger, own.accounts.receivable, own.parties.first, header);
    await expectRefusal(ledger.post(entry), { code: 'BU502' });
  });
});

describe('the number of a document', () => {
  const setting = (change: { invoice?: string; creditNote?: string; digits?: number }) =>
    within(SET_PREFIXES, [change.invoice, change.creditNote, change.digits]);
  const undone = async (work: () => Promise<unknown>) => {
    await setting({ invoice: 'RE', creditNote: 'GS', digits: 4 });
    try {
      await work();
    } finally {
      await setting({ invoice: 'INV', creditNote: 'CN', digits: 6 });
    }
  };

  it('is what the books say when it is issued', () =>
    undone(async () => {
      await expectRefusal(insertDocument(ledger, await invoice()), { code: 'BU502' });
      const draft = await invoice();
      draft.document.number = `RE-2026-${String(draft.entry.header.number).padStart(4, '0')}`;
      await expectAccepted(insertDocument(ledger, draft));
    }));

  it('is of one document, whatever kind it is of', async () => {
    const first = await issue(await invoice());
    const credit = await draftDocument(ledger, own, await issue(await invoice()));
    credit.document.number = first.document.number;
    await expectRefusal(insertDocument(ledger, credit), { code: '23505', constraint: 'sales_document_number_key' });
  });

  it('begins with what documents of the other kind never began with', async () => {
    await issue(await draftDocument(ledger, own, await issue(await invoice())));
    await undone(async () => {
      await expectRefusal(setting({ invoice: 'CN' }), { code: 'BU506' });
      await expectRefusal(setting({ creditNote: 'INV' }), { code: 'BU507' });
    });
    await expectRefusal(setting({ invoice: 'X', creditNote: 'X' }), brokenCheck('books_document_prefixes'));
    await expectRefusal(setting({ invoice: 'a-b' }), brokenCheck('books_invoice_prefix_check'));
  });
});

describe('what an invoice says that was paid when it was issued', () => {
  /** Issued with a receipt of 100.00 in one transaction. */
  const issuePaid = async (prepaid: string) => {
    const draft = await invoice();
    const receipt = await draftReceipt(ledger, own, { id: newId(), entry: draft.entry });
    Object.assign(draft.document, { prepaid });
    receipt.entry.header.number += 1;
    return inOrganization(ledger.app, ledger.books.organizationId, async () => {
      await writeDocument(ledger, draft);
      const find = 'SELECT id FROM accounting.open_item WHERE entry_id = $1';
      const { rows } = await ledger.app.query<{ id: string }>(find, [draft.entry.header.id]);
      receipt.item.id = receipt.parts[0]!.item_id = rows[0]!.id;
      await writeReceipt(ledger, receipt);
    });
  };

  it('is what the same transaction settled', async () => {
    await expectAccepted(issuePaid('100.00'));
    await expectRefusal(issuePaid('0'), { code: 'BU505' });
    await expectRefusal(issuePaid('99.99'), { code: 'BU505' });
  });

  it.each<[string, Refusal]>([
    ['100.00', { code: 'BU505' }],
    ['100.01', brokenCheck('sales_document_prepaid')],
    ['-0.01', brokenCheck('sales_document_prepaid')],
  ])('is not %s where nothing was', async (prepaid, refusal) => {
    const draft = await invoice();
    Object.assign(draft.document, { prepaid });
    await expectRefusal(insertDocument(ledger, draft), refusal);
  });

  it('stays as it is when it is paid later', async () => {
    const { entry, document } = await issue(await invoice());
    const find = 'SELECT id FROM accounting.open_item WHERE entry_id = $1';
    const { rows } = await ledger.owner.query<{ id: string }>(find, [entry.header.id]);
    await expectAccepted(keepReceipt(ledger, await draftReceipt(ledger, own, { id: rows[0]!.id, entry })));
    const { rows: kept } = await ledger.owner.query('SELECT prepaid FROM accounting.sales_document WHERE id = $1', [
      document.id,
    ]);
    expect(kept).toEqual([{ prepaid: '0' }]);
  });

  it('is nothing for a credit note', async () => {
    const credit = await draftDocument(ledger, own, await issue(await invoice()));
    Object.assign(credit.document, { prepaid: '1.00' });
    await expectRefusal(insertDocument(ledger, credit), brokenCheck('sales_document_prepaid'));
  });
});

describe('an issued document stays', () => {
  it.each(['sales_document', 'sales_document_line', 'sales_document_tax'])(
    '%s is never changed or deleted',
    async (table) => {
      await issue(await invoice());
      const denied = { code: '42501', message: 'permission denied' };
      await expectRefusal(within(`UPDATE accounting.${table} SET tax = 1`), denied);
      await expectRefusal(within(`DELETE FROM accounting.${table}`), denied);
      // Not by the owner either.
      await expectRefusal(ledger.owner.query(`UPDATE accounting.${table} SET tax = tax`), { code: 'BU001' });
      await expectRefusal(ledger.owner.query(`DELETE FROM accounting.${table}`), { code: 'BU001' });
    },
  );

  it('and takes no more lines and taxes', async () => {
    const draft = await issue(await invoice());
    const line = { ...draft.lines[0]!, position: 2, net: '0' };
    await expectRefusal(insertParts(ledger, { lines: [line], taxes: [] }), { code: 'BU500' });
    await expectRefusal(insertParts(ledger, { lines: [], taxes: [taxOf(draft, '0')] }), { code: 'BU500' });
  });
});

describe('a credit note', () => {
  it('takes an invoice back once', async () => {
    const sold = await issue(await invoice());
    await expectAccepted(insertDocument(ledger, await draftDocument(ledger, own, sold)));
    await expectRefusal(insertDocument(ledger, await draftDocument(ledger, own, sold)), { code: 'BU504' });
  });

  it('by two at once takes it back once', async () => {
    const sold = await issue(await invoice());
    const other = { ...ledger, app: await ledger.connect() };
    const first = await draftDocument(ledger, own, sold);
    const second = structuredClone(first);
    const [id, entryId] = [newId(), newId()];
    second.entry.header.number += 1;
    Object.assign(second.entry.header, { id: entryId, origin_id: id });
    for (const line of second.entry.lines) line.entry_id = entryId;
    const number = `CN-2026-${String(second.entry.header.number).padStart(6, '0')}`;
    Object.assign(second.document, { id, entry_id: entryId, number });
    second.lines[0]!.document_id = id;
    const done = await Promise.allSettled([insertDocument(ledger, first), insertDocument(other, second)]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes back no credit note', async () => {
    const sold = await issue(await invoice());
    const credit = await issue(await draftDocument(ledger, own, sold));
    const next = await draftDocument(ledger, own, credit);
    await expectRefusal(insertDocument(ledger, next), { code: 'BU503' });
  });

  it('charges nobody', async () => {
    const sold = await issue(await invoice());
    const credit = await draftDocument(ledger, own, sold);
    for (const line of credit.entry.lines) {
      [line.debit, line.credit] = [line.credit, line.debit];
      [line.functional_debit, line.functional_credit] = [line.functional_credit, line.functional_debit];
    }
    await expectRefusal(insertDocument(ledger, credit), { code: 'BU502' });
  });
});

describe('a draft', () => {
  const add = async () => {
    const id = newId();
    const { organizationId, legalEntityId } = ledger.books;
    const values = [organizationId, id, legalEntityId, own.parties.first];
    await within(
      `INSERT INTO accounting.sales_draft (organization_id, id, legal_entity_id, kind, party_id, content, created_by)
       VALUES ($1, $2, $3, 'invoice', $4, '{}', $2)`,
      values,
    );
    return id;
  };

  it('is issued as the document of its id, and stays from then on', async () => {
    const id = await add();
    const draft = await invoice();
    const other = draft.document.id;
    Object.assign(draft.document, { id });
    draft.entry.header.origin_id = id;
    draft.lines[0]!.document_id = id;
    await issue(draft);
    const mark = 'UPDATE accounting.sales_draft SET document_id = $2 WHERE id = $1';
    await expectRefusal(within(mark, [id, other]), brokenCheck('sales_draft_document'));
    await expectAccepted(within(mark, [id, id]));
    await expectRefusal(within("UPDATE accounting.sales_draft SET content = '{}' WHERE id = $1", [id]), {
      code: 'BU500',
    });
    await expectRefusal(within('DELETE FROM accounting.sales_draft WHERE id = $1', [id]), { code: 'BU500' });
  });

  it('that is not issued may go', async () => {
    const id = await add();
    await expectRefusal(
      within('UPDATE accounting.sales_draft SET document_id = id WHERE id = $1', [id]),
      noSuchRow('sales_draft_document_fk'),
    );
    await expectAccepted(within('DELETE FROM accounting.sales_draft WHERE id = $1', [id]));
  });
});
