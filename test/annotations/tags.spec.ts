import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { books, createTag, listed, type Named, pointersOf, post, tag } from './scene.js';

const merge = (actor: Actor, { id }: Named, into: Named, etag = '"1"') =>
  actor.post(`/v1/tags/${id}/merge`, { intoTagId: into.id }, { 'If-Match': etag });

it('keeps names apart whatever their case, and renames wherever a tag stands', async () => {
  const actor = await newActor();
  const made = await actor.post('/v1/tags', { name: 'Ärende', colour: '#c2410c' });
  expect(made).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: { name: 'Ärende', colour: '#c2410c', status: 'active', mergedIntoId: null },
  });
  const { id } = made.body as Named;
  for (const name of ['ärende', 'ÄRENDE', 'A\u0308rende']) {
    expect(await actor.post('/v1/tags', { name })).toMatchObject({ status: 409, body: { code: 'tag_name_taken' } });
  }
  const other = await createTag(actor, 'Audit');
  expect(await actor.patch(`/v1/tags/${other.id}`, { name: 'ÄrendE' }, '"1"')).toMatchObject({ status: 409 });
  expect(await actor.patch(`/v1/tags/${id}`, { name: 'ärende' }, '"9"')).toMatchObject({ status: 412 });
  expect(await actor.patch(`/v1/tags/${id}`, { name: 'ärende', colour: null }, '"1"')).toMatchObject({
    status: 200,
    body: { name: 'ärende', colour: null, version: 2 },
  });
  expect(await listed(actor, '/v1/tags')).toEqual([other.id, id]);
  expect(await listed(actor, '/v1/tags?name[prefix]=Au&status=active')).toEqual([other.id]);
  expect(await actor.post('/v1/tags', { name: 'Red', colour: 'red' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/colour' }] },
  });
});

it('leaves an archived tag where it stands, and puts it on nothing more', async () => {
  const actor = await books();
  const [one, other, audit] = [await post(actor), await post(actor), await createTag(actor, 'Audit')];
  await tag(actor, [audit], [one]);
  await actor.patch(`/v1/tags/${audit.id}`, { status: 'archived' }, '"1"');
  expect(await tag(actor, [audit], [other])).toMatchObject({
    status: 409,
    body: { code: 'tag_not_active', errors: [{ pointer: '/tagIds/0' }] },
  });
  expect(await listed(actor, `/v1/accounting/journal-entries?tagId=${audit.id}`)).toEqual([one.id]);
  await actor.patch(`/v1/tags/${audit.id}`, { status: 'active' }, '"2"');
  expect((await tag(actor, [audit], [other])).status).toBe(200);
});

it('merges a tag into another, once on each record, for good', async () => {
  const actor = await books();
  const [both, first, none] = [await post(actor), await post(actor), await post(actor)];
  const [old, kept] = [await createTag(actor, 'Audit 2026'), await createTag(actor, 'Audit')];
  await tag(actor, [old], [both, first]);
  await tag(actor, [kept], [both]);
  expect((await merge(actor, old, old)).status).toBe(422);
  expect(pointersOf((await merge(actor, old, { id: newId() })).body)).toEqual(['/intoTagId']);
  expect(await merge(actor, old, kept, '"7"')).toMatchObject({ status: 412 });
  expect(await merge(actor, old, kept)).toMatchObject({
    status: 200,
    body: { status: 'merged', mergedIntoId: kept.id, version: 2 },
  });
  const tagged = await listed(actor, `/v1/accounting/journal-entries?tagId=${kept.id}`);
  expect(tagged.sort()).toEqual([both.id, first.id].sort());
  expect(await listed(actor, `/v1/taggings?tagId=${old.id}`)).toEqual([]);
  expect(await listed(actor, `/v1/taggings?subjectType=journal_entry&subjectId=${both.id}`)).toHaveLength(1);

  for (const refused of [
    await merge(actor, old, kept, '"2"'),
    await actor.patch(`/v1/tags/${old.id}`, { name: 'Again' }, '"2"'),
  ]) {
    expect(refused).toMatchObject({ status: 409, body: { code: 'tag_merged' } });
  }
  expect(await merge(actor, kept, old)).toMatchObject({ status: 409, body: { code: 'tag_not_active' } });
  expect((await tag(actor, [old], [none])).status).toBe(409);
  expect((await actor.post('/v1/tags', { name: 'audit 2026' })).status).toBe(201);
});

it('two merges of each other at once: one is done, and the other refused', async () => {
  const actor = await books();
  const [one, other] = [await createTag(actor, 'One'), await createTag(actor, 'Other')];
  await tag(actor, [one, other], [await post(actor)]);
  const answers = await Promise.all([merge(actor, one, other), merge(actor, other, one)]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
});

it('is the work of those who may, in their own organization', async () => {
  const [actor, foreign] = [await books(), await books()];
  const audit = await createTag(actor, 'Audit');
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect((await bookkeeper.post('/v1/tags', { name: 'Mine' })).status).toBe(403);
  expect((await tag(bookkeeper, [audit], [await post(actor)])).status).toBe(200);
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await tag(auditor, [audit], [await post(actor)])).status).toBe(403);
  expect(await listed(auditor, '/v1/tags')).toEqual([audit.id]);

  expect((await foreign.post('/v1/tags', { name: 'Audit' })).status).toBe(201);
  expect((await foreign.get(`/v1/tags/${audit.id}`)).status).toBe(404);
  expect((await foreign.patch(`/v1/tags/${audit.id}`, { name: 'x' }, '"1"')).status).toBe(404);
  const own = await createTag(foreign, 'Own');
  expect(pointersOf((await merge(foreign, own, audit)).body)).toEqual(['/intoTagId']);
});
