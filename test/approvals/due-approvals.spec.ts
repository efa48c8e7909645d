import { JobTasks } from '#platform/jobs/job-tasks.js';
import { SYSTEM_ACTOR, actAs } from '#platform/database/acting.js';
import { newId } from '#kernel/id.js';
import type { Actor } from '../support/actor.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { approve, inboxOf, must, Office, personOf, refused, REQUESTS } from '../support/approvals.js';
import { asOwner } from '../support/owner.js';

// What has waited too long, by the clock of the organization.

let own: OwnApp;
let office: Office;

beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());

async function afterDays(days: number): Promise<void> {
  const { organizationId } = office.owner;
  await asOwner((client) =>
    client.query('UPDATE platform.organization SET clock_ahead_ms = $2 WHERE id = $1', [
      organizationId,
      days * 86_400_000,
    ]),
  );
}

/** The scheduled work, in this organization. */
async function runDue(): Promise<void> {
  const task = own.app.get(JobTasks, { strict: false }).all.find(({ name }) => name === 'run_due_approvals')!;
  const { organizationId } = office.owner;
  await actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set(), requestId: newId() }, task.run);
}

/** How often somebody was told what. */
async function told(person: Actor): Promise<Record<string, number>> {
  const { data } = await must(person.get('/v1/notifications'), 200);
  const kinds: string[] = data.map(({ kind }: { kind: string }) => kind);
  return Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]));
}

it('others may decide after the days of the escalation, and nobody after those of the expiry', async () => {
  office = await Office.open(
    [
      {
        rule: 'one',
        approverRoles: ['accountant'],
        escalateAfterDays: 2,
        escalationRoles: ['owner'],
        expireAfterDays: 5,
      },
    ],
    { isTest: true },
  );
  const { draft, request } = await office.submitted();
  const other = await office.submitted();
  await runDue();
  expect(refused(await approve(office.owner, request))).toBe('403 approval_not_yours');
  await afterDays(2);
  await runDue();
  await runDue();
  expect(await inboxOf(office.owner)).toEqual([request.id, other.request.id]);
  expect(await must(approve(office.owner, other.request), 200)).toMatchObject({ state: 'approved' });
  await afterDays(5);
  // Before anybody has said so.
  expect(refused(await approve(office.checker, request))).toBe('409 approval_ended');
  expect(await inboxOf(office.checker)).toEqual([]);
  await runDue();
  expect((await office.maker.get(`${REQUESTS}/${request.id}`)).body).toMatchObject({
    state: 'expired',
    endedBy: null,
    steps: [{ escalatedOn: expect.any(String) }],
  });
  expect([await told(office.owner), await told(office.checker), await told(office.maker)]).toEqual([
    { 'approval_request.escalated': 2 },
    { 'approval_request.waiting': 2 },
    { 'approval_request.approved': 1, 'approval_request.expired': 1 },
  ]);
  expect(await must(office.submit(draft.id), 201)).toMatchObject({ state: 'pending', makerId: personOf(office.maker) });
});
