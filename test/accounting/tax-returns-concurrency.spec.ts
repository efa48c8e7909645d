import type { Actor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { withRole } from '../support/matrix-database.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, taxed, taxReturns } from '../support/tax-returns.js';
import { postDocument, postDocuments } from '../support/taxed-entries.js';

const CLIENTS = 6;
const EACH = 15;

/** Documents of the first quarter, one after the other, each in a transaction of its own. */
const writeMany = (actor: Actor, writer: number) =>
  postDocuments(
    actor,
    ...Array.from({ length: EACH }, (_, index) => taxed('2024-02-10', `${100 * writer + index + 1}.00`)),
  );

const figures = async (actor: Actor, id: string) => {
  const { boxes, lineCount, lateLineCount } = await boxesOfReturn(actor, id);
  return { sales: Number(boxes[0].amount), lineCount: lineCount as number, lateLineCount: lateLineCount as number };
};

it('neither loses nor doubles what is recorded while a return is filed', async () => {
  const { actor, formId } = await keepTaxes();
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const second = await openReturn(actor, formId);
  await writeMany(actor, 0);
  const writing = Promise.all(Array.from({ length: CLIENTS }, (_, index) => writeMany(actor, index + 1)));
  const filed = await fileReturn(actor, first.id);
  expect(filed.status).toBe(200);
  const atFiling = await figures(actor, first.id);
  await writing;
  expect(await figures(actor, first.id)).toEqual(atFiling);
  expect((await fileReturn(actor, second.id)).status).toBe(200);
  const next = await figures(actor, second.id);
  expect(atFiling.lineCount + next.lineCount).toBe((CLIENTS + 1) * EACH);
  expect(next.lateLineCount).toBe(next.lineCount);
  const all = Array.from({ length: CLIENTS + 1 }, (_, writer) => EACH * 100 * writer + (EACH * (EACH + 1)) / 2);
  expect(atFiling.sales + next.sales).toBe(all.reduce((total, one) => total + one, 0));
});

it('declares in the next what was written before a filing, and committed after it', async () => {
  const { actor, formId } = await keepTaxes();
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const second = await openReturn(actor, formId);
  await withRole(provided('TEST_OWNER_URL'), 'bureau_app', (client) =>
    postDocument(client, actor, taxed('2024-02-10', '40.00'), async () => {
      // Nobody waits for the other: not the filing for the document, nor the document for the filing.
      expect(await fileReturn(actor, first.id)).toMatchObject({ status: 200 });
      expect(await figures(actor, first.id)).toMatchObject({ lineCount: 0 });
    }),
  );
  expect(await figures(actor, first.id)).toMatchObject({ lineCount: 0, sales: 0 });
  expect(await figures(actor, second.id)).toEqual({ lineCount: 1, lateLineCount: 1, sales: 40 });
});

it('files once, opens once and amends once, however many ask', async () => {
  const { actor, formId } = await keepTaxes();
  await writeMany(actor, 0);
  const ask = <T>(one: () => Promise<T>) => Promise.all(Array.from({ length: 12 }, one));
  const statuses = (answers: { status: number }[]) =>
    answers.map(({ status }) => status).sort((one, other) => one - other);
  const once = (status: number, refusal: number) => [status, ...Array.from({ length: 11 }, () => refusal)];
  const opened = await ask(() => actor.post(taxReturns, { formId, startsOn: '2024-01-01' }));
  expect(statuses(opened)).toEqual(once(201, 422));
  const { id } = opened.find(({ status }) => status === 201)!.body as { id: string };
  expect(statuses(await ask(() => fileReturn(actor, id)))).toEqual(once(200, 412));
  const amend = () => actor.post(`${taxReturns}/${id}/amend`, { reason: 'Late' }, { 'If-Match': '"2"' });
  expect(statuses(await ask(amend))).toEqual(once(201, 409));
  expect(await figures(actor, id)).toMatchObject({ lineCount: EACH });
});
