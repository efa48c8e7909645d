import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { RUNS, setUp } from '../support/recurring-invoices.js';
import { openSales } from '../support/sales.js';

let own: OwnApp;
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());

/** The scheduled work, in the organization. */
async function runDue({ organizationId }: Actor): Promise<void> {
  const task = own.app.get(JobTasks, { strict: false }).all.find(({ name }) => name === 'run_recurring_invoices')!;
  await actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set(), requestId: newId() }, task.run);
}

it('the system makes what is due up to today, once, and passes no limits', async () => {
  const actor = await newActor();
  await openSales(actor);
  const one = await setUp(actor, await newCustomer(actor), { occurrences: 2 });
  const limited = await newCustomer(actor, 'Limited');
  expect((await actor.patch(`/v1/accounting/parties/${limited}`, { creditLimit: '1.00' }, '"1"')).status).toBe(200);
  const other = await setUp(actor, limited, { occurrences: 2 });
  await runDue(actor);
  await runDue(actor);
  const { body } = await actor.get(`${RUNS}?sort=dueOn`);
  expect(body.data).toMatchObject([
    { recurringId: one.id, dueOn: '2026-01-31', ranBy: SYSTEM_ACTOR },
    { recurringId: one.id, dueOn: '2026-02-28', ranBy: SYSTEM_ACTOR },
  ]);
  const { body: waiting } = await actor.get('/v1/accounting/recurring-invoices?refusalCode=credit_limit_passed');
  expect(waiting.data).toMatchObject([{ id: other.id, passed: 0 }]);
});
