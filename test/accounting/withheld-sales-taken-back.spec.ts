import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { creditOf } from '../support/cash-basis.js';
import { faultsOf } from '../support/problems.js';
import { runJob } from '../support/run-job.js';
import { card, fee, irpf, openWithheldShop, SALES, SALES_REFUNDS } from '../support/withheld-sales.js';
import { expectedWithholdings } from '../support/withholdings.js';

let shop: Awaited<ReturnType<typeof openWithheldShop>>;
beforeEach(async () => {
  shop = await openWithheldShop();
});

describe('a refund of a sale', () => {
  it('takes back what was withheld with what is paid back', async () => {
    const key = { 'Idempotency-Key': 'order-1' };
    const sold = await shop.actor.post(SALES, fee(), key);
    const replayed = await shop.actor.post(SALES, fee(), key);
    expect([replayed.status, replayed.body]).toEqual([200, sold.body]);
    const body = {
      channelCode: 'webshop',
      externalId: 'return-1',
      sale: 'order-1',
      reason: 'Late',
      issuedOn: '2026-03-20',
    };
    const half = { lines: [{ position: 1, quantity: '0.5' }] };
    const wrong = { payments: [card('550.00', { withholding: { code: 'IRPF', amount: '150.01' } })] };
    const refused = await shop.actor.post(SALES_REFUNDS, { ...body, ...half, ...wrong });
    expect([refused.status, faultsOf(refused.body)]).toEqual([409, ['/payments/0/withholding over_allocated']]);
    const part = await shop.actor.post(SALES_REFUNDS, {
      ...body,
      ...half,
      payments: [card('550.00', { withholding: irpf })],
    });
    expect(part).toMatchObject({
      status: 200,
      body: {
        document: { openAmount: '0.00', withholdings: [{ amount: '75.00' }] },
        payments: [{ amount: '550.00', withheldAmount: '75.00' }],
      },
    });
    const rest = { ...body, externalId: 'return-2', payments: [card('550.00', { withholdings: [irpf] })] };
    expect(await shop.actor.post(SALES_REFUNDS, rest)).toMatchObject({
      status: 200,
      body: { document: { openAmount: '0.00' } },
    });
    expect([await shop.summary(), await creditOf(shop.actor, '1690')]).toMatchObject([
      { amount: '0.00', expected: '0.00' },
      '0.00',
    ]);
    const { data } = (await shop.actor.get(`${expectedWithholdings}?kind=invoice`)).body;
    expect(data).toMatchObject([{ withheldAmount: '0.00', takenBackAmount: '150.00', leftToTakeBackAmount: '0.00' }]);
  });
});

describe('many sales', () => {
  let own: OwnApp;
  beforeAll(async () => {
    own = await startOwnApp();
  });
  afterAll(() => own?.stop());

  it('take it too, now or by a job', async () => {
    const list = ['1', '2', '3'].map((id) =>
      fee({ externalId: `order-${id}`, customer: { externalId: `c-${id}`, name: 'Nordlicht GmbH' } }),
    );
    const wrong = { ...list[0], externalId: 'order-4', withholdings: [{ code: 'NONE' }] };
    const key = { 'Idempotency-Key': 'batch-1' };
    const now = await shop.actor.post(`${SALES}/bulk`, { sales: [...list, wrong] }, key);
    expect(now).toMatchObject({ status: 200, body: { recorded: 3, refused: 1 } });
    expect(now.body.results[3].errors).toMatchObject([{ pointer: '/sales/3/withholdings/0/code' }]);
    const again = await shop.actor.post(`${SALES}/bulk`, { sales: [...list, wrong] }, key);
    expect(again).toMatchObject({ status: 200, body: now.body });
    const later = list.map((one, index) => ({ ...one, externalId: `later-${index}` }));
    const others = Array.from({ length: 50 }, (_, index) =>
      fee({
        externalId: `other-${index}`,
        withholdings: [],
        payments: [],
        customer: { externalId: 'c-4', name: 'Sud' },
      }),
    );
    const { status, body: job } = await shop.actor.post(`${SALES}/bulk`, { sales: [...list, ...later, ...others] });
    expect(status).toBe(202);
    await runJob(own.app, shop.actor, job.id);
    expect(await shop.summary()).toMatchObject({ expected: '900.00', amount: '900.00' });
  });
});
