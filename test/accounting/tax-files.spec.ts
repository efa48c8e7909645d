import { createHash } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { readPdf } from '#platform/exports/rendering/pdf-text.fixture.js';
import { type Actor, newActor } from '../support/actor.js';
import { consulting, openCashBasis } from '../support/cash-basis.js';
import { fetchFile } from '../support/raw-files.js';
import { charge, newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';
import { fileReturn, keepTaxes, openReturn, taxed, taxReturns } from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';
import { openWithholding, receive } from '../support/withholdings.js';

// What is declared, waits or was withheld leaves as a file with the figures that JSON has.

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The rows of the file as CSV, by the names of its columns, and every text of it as PDF. */
async function filesOf(actor: Actor, path: string, name: string) {
  const csv = await fetchFile(actor, path, 'text/csv');
  expect([csv.status, csv.headers['content-disposition']]).toEqual([200, `attachment; filename="${name}.csv"`]);
  const sha256 = createHash('sha256').update(csv.body).digest('hex');
  const [head, ...lines] = csv.body
    .toString()
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const xlsx = await fetchFile(actor, path, types.xlsx);
  const [sheet] = await readExcelFile(xlsx.body);
  const pdf = await fetchFile(actor, path, types.pdf);
  const printed = (await readPdf(pdf.body)).pages.flat();
  for (const { headers } of [xlsx, pdf]) expect(headers['row-count']).toBe(String(lines.length));
  expect(sheet!.data.flat().map(String).join('\n')).toContain(sha256);
  expect(printed.join('\n')).toContain(sha256);
  return {
    rows: lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [head![at]!, cell]))),
    printed: printed.join(' '),
  };
}

it('a filed return has its boxes, when it was filed, and what it does not declare', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(actor, taxed('2024-01-10', '1000.00'));
  const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const path = `${taxReturns}/${id}/boxes`;
  expect((await filesOf(actor, path, `tax-return-boxes-${id}`)).printed).toContain('open');
  const filed = await fileReturn(actor, id, { reference: 'SKV-4711' });
  expect(filed.status).toBe(200);
  await postDocuments(actor, taxed('2024-02-10', '40.00'));
  const { body } = await actor.get(path);
  const { rows, printed } = await filesOf(actor, path, `tax-return-boxes-${id}`);
  const shown = ({ code, amount, lineCount }: { code: string; amount: string; lineCount: number }) => {
    return { code, amount, lineCount: String(lineCount) };
  };
  expect(rows).toMatchObject(body.boxes.map(shown));
  expect(body.boxes.map(({ amount }: { amount: string }) => amount)).toContain('250.00');
  for (const said of ['2024-01-01 to 2024-03-31', 'filed', '2025-01-20', 'SKV-4711', 'Recorded later', body.digest]) {
    expect(printed).toContain(said);
  }
});

it('a reconciliation has its accounts, and every posting without a tax line', async () => {
  const { actor, formId } = await keepTaxes();
  const account = '2100';
  await postDocuments(actor, taxed('2024-01-10', '1000.00'));
  const manual = await actor.post('/v1/accounting/journal-entries', {
    entryDate: '2024-02-01',
    description: 'Many',
    post: true,
    lines: [
      ...Array.from({ length: 201 }, () => ({ accountCode: account, debit: '1.00' })),
      { accountCode: '1000', credit: '201.00' },
    ],
  });
  expect([manual.status, manual.text]).toEqual([201, expect.any(String)]);
  const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const path = `${taxReturns}/${id}/reconciliation`;
  const { body } = await actor.get(path);
  expect([body.postingsWithoutTaxLines.length, body.postingWithoutTaxLineCount]).toEqual([200, 201]);
  const { rows, printed } = await filesOf(actor, path, `tax-return-reconciliation-${id}`);
  const accounts = rows.filter(({ row }) => row === 'account');
  expect(accounts).toMatchObject(
    body.accounts.map(({ accountCode, movement, declared, withoutTaxLines }: Record<string, string>) => {
      return { accountCode, movement, declared, withoutTaxLines };
    }),
  );
  expect(rows.length - accounts.length).toBe(201);
  expect(rows.at(-1)).toMatchObject({ row: 'posting', amount: '-1.00', accountCode: account, entryDate: '2024-02-01' });
  expect(printed).toContain('Postings that no tax line is about');
});

it('taxes that wait are there by document and account', async () => {
  const actor = await newActor();
  await openCashBasis(actor);
  const invoice = await issue(actor, consulting(await newCustomer(actor)));
  const path = '/v1/accounting/deferred-taxes?on=2026-06-01';
  const { rows, printed } = await filesOf(actor, path, 'deferred-taxes-2026-06-01');
  expect(rows).toMatchObject([
    { row: 'document', documentId: invoice.id, documentType: 'invoice', base: '100.00', tax: '20.00' },
    { row: 'account', accountCode: '2615', tax: '20.00', balance: '20.00', withoutTaxLines: '0.00' },
  ]);
  expect(printed).toMatch(/as of 2026-06-01.*Total/);
});

it('taxes that customers withheld are there by code, customer and year', async () => {
  const actor = await newActor();
  const scene = await openWithholding(actor);
  const item = await charge(actor, scene.customer, { amount: '1210.00' });
  expect((await receive(actor, scene, { item: item.id })).status).toBe(201);
  const path = '/v1/accounting/withholding-summary?from=2026-01-01&to=2026-12-31';
  const { body } = await actor.get(path);
  const { rows, printed } = await filesOf(actor, path, 'withholding-summary-2026-01-01-2026-12-31');
  const [{ partyNumber }] = body.rows;
  expect(rows).toMatchObject([
    { code: 'IRPF', partyNumber, count: '1', base: '1000.00', amount: '150.00', uncertified: '150.00' },
  ]);
  expect(printed).toContain('Total');
});
