import { newId } from '#kernel/id.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newTestActor } from '../support/actor.js';
import { rentOf } from '../support/approvals.js';
import { runJob } from '../support/run-job.js';
import { actingIn, changeEngagement, engaged, setClock } from './engaged.js';

// What a worker does for somebody who is engaged for one company of two, and what is told of the other by the way.

const ENTITIES = '/v1/administration/legal-entities';

let own: OwnApp;
let owner: Actor;
let branch: string;
let person: Actor;
let engagementId: string;
beforeAll(async () => {
  own = await startOwnApp();
  owner = await newTestActor();
  await setClock(owner, '2035-06-01T10:00:00Z');
  await owner.openBooks('2035-01-01', '2035-12-31');
  const made = await owner.post(ENTITIES, { name: 'Branch', functionalCurrency: 'EUR' });
  branch = made.body.id;
  const { person: stranger, id } = await engaged(owner, {
    modules: ['accounting', 'administration', 'platform'],
    legalEntityIds: [branch],
  });
  engagementId = id;
  person = await actingIn(owner, stranger);
});
afterAll(() => own?.stop());

async function exported(
  path: string,
): Promise<{ job: { result: { contentHref: string } }; content: string; id: string }> {
  const { status, body, text } = await person.post('/v1/exports', { path, format: 'csv' });
  if (status !== 202) throw new Error(text);
  await runJob(own.app, person, body.id);
  const { body: job } = await person.get(`/v1/jobs/${body.id}`);
  const { body: kept } = await person.get(job.result.href);
  return { job, id: kept.id, content: (await own.get(person, kept.contentHref)).body.toString() };
}

it('an export has the open one alone, and is refused when less is open', async () => {
  const { content, id } = await exported(ENTITIES);
  expect(content.trimEnd().split('\r\n').slice(1)).toEqual([expect.stringContaining(branch)]);
  const download = async () => (await own.get(person, `/v1/exports/${id}/content`)).status;
  expect(await download()).toBe(200);
  await changeEngagement(owner, engagementId, { legalEntityIds: [owner.legalEntityId] });
  expect(await download()).toBe(403);
  await changeEngagement(owner, engagementId, { legalEntityIds: [owner.legalEntityId, branch] });
  expect(await download()).toBe(200);
  await changeEngagement(owner, engagementId, { legalEntityIds: null });
  expect(await download()).toBe(200);
  const { id: ofAll } = await exported(ENTITIES);
  await changeEngagement(owner, engagementId, { legalEntityIds: [owner.legalEntityId, branch] });
  expect((await own.get(person, `/v1/exports/${ofAll}/content`)).status).toBe(403);
  await changeEngagement(owner, engagementId, { legalEntityIds: [branch] });
});

it('an import that waited for a worker writes to the open one alone', async () => {
  const entries = [{ ...rentOf('10.00'), entryDate: '2035-03-05' }];
  const order = { legalEntityId: owner.legalEntityId, entries };
  const { status, body } = await person.post('/v1/accounting/imports/json', order, { Prefer: 'respond-async' });
  expect(status).toBe(202);
  await runJob(own.app, person, body.id);
  const { body: job } = await person.get(`/v1/jobs/${body.id}`);
  expect([job.state, job.problem.code]).toEqual(['failed', 'legal_entity_unknown']);
  expect((await owner.get('/v1/accounting/journal-entries')).body.data).toEqual([]);
});

it('what waits for an approval of the other is not there to be submitted', async () => {
  const draft = await owner.post('/v1/accounting/journal-entry-drafts', {
    legalEntityId: owner.legalEntityId,
    description: 'Rent',
  });
  const answers = await Promise.all(
    [draft.body.id as string, newId()].map((subjectId) =>
      person.post('/v1/approval-requests', { subjectKind: 'journal_entry', subjectId }),
    ),
  );
  const [ofOther, ofNothing] = answers.map(({ status, body }) => [status, body.code]);
  expect(ofOther).toEqual(ofNothing);
  expect([404, 422]).toContain(answers[0]!.status);
});
