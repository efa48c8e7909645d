import { newId } from '#kernel/id.js';
import { colleagueOf } from '../support/actor.js';
import {
  books,
  createTag,
  deleteDraft,
  draft,
  idsOf,
  listed,
  pointersOf,
  post,
  postDraft,
  tag,
  untag,
} from './scene.js';

const entries = '/v1/accounting/journal-entries';
const drafts = '/v1/accounting/journal-entry-drafts';

it('tags and untags many records at once, and again without a difference', async () => {
  const actor = await books();
  const some = [await post(actor), await post(actor), await post(actor)];
  const tags = [await createTag(actor, 'Audit'), await createTag(actor, 'Rent')];
  expect(await tag(actor, tags, some.slice(0, 2))).toMatchObject({
    status: 200,
    body: { changedCount: 4, unchangedCount: 0 },
  });
  expect((await tag(actor, tags, [...some, some[0]!])).body).toEqual({ changedCount: 2, unchangedCount: 4 });
  expect((await untag(actor, [tags[0]!], some)).body).toEqual({ changedCount: 3, unchangedCount: 0 });
  expect((await untag(actor, tags, some)).body).toEqual({ changedCount: 3, unchangedCount: 3 });
  expect(await listed(actor, '/v1/taggings')).toEqual([]);
  expect((await actor.get(`${entries}/${some[0]!.id}`)).body.status).toBe('posted');
});

it('tagging the same at once leaves it tagged once', async () => {
  const actor = await books();
  const [entry, audit] = [await post(actor), await createTag(actor, 'Audit')];
  const answers = await Promise.all(Array.from({ length: 4 }, () => tag(actor, [audit], [entry])));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.map(({ body }) => Number(body.changedCount)).sort((a, b) => a - b)).toEqual([0, 0, 0, 1]);
  expect(await listed(actor, '/v1/taggings')).toHaveLength(1);
});

it('lists entries by tag page by page, each once', async () => {
  const actor = await books();
  const [audit, rent] = [await createTag(actor, 'Audit'), await createTag(actor, 'Rent')];
  const all = [];
  for (let at = 1; at <= 5; at++) all.push(await post(actor, `${at}.00`));
  const tagged = [all[0]!, all[2]!, all[4]!];
  await tag(actor, [audit], tagged);
  await tag(actor, [rent], [all[1]!, all[2]!]);
  const seen: number[] = [];
  let path: string | null = `${entries}?tagId=${audit.id}&sort=number&limit=1`;
  while (path !== null) {
    const { body } = await actor.get(path);
    seen.push(...(body.data as { number: number }[]).map(({ number }) => number));
    path = body.page.next && `${entries}?tagId=${audit.id}&sort=number&limit=1&after=${body.page.next}`;
  }
  expect(seen).toEqual([1, 3, 5]);
  expect(await listed(actor, `${entries}?tagId=${audit.id},${rent.id}&sort=number`)).toEqual(
    idsOf(all.slice(0, 3).concat(all[4]!)),
  );
  expect(await listed(actor, `${entries}?tagId[ne]=${audit.id}&sort=number`)).toEqual([all[1]!.id, all[3]!.id]);
  expect(await listed(actor, `${entries}?tagId=${newId()}`)).toEqual([]);
  const csv = await actor.get(`${entries}?tagId=${audit.id}`, { Accept: 'text/csv' });
  expect(csv.text.trim().split('\n')).toHaveLength(4);
});

it('tags drafts, accounts, periods and legal entities', async () => {
  const actor = await books();
  const audit = await createTag(actor, 'Audit');
  const first = async (path: string) => ({ id: (await listed(actor, path))[0]! });
  const account = await first('/v1/accounting/accounts?code=4000');
  const period = await first('/v1/accounting/fiscal-periods?sort=startsOn');
  const unposted = await draft(actor);
  for (const [record, type] of [
    [account, 'account'],
    [period, 'fiscal_period'],
    [unposted, 'journal_entry_draft'],
    [{ id: actor.legalEntityId }, 'legal_entity'],
  ] as const) {
    expect((await tag(actor, [audit], [record], type)).body).toEqual({ changedCount: 1, unchangedCount: 0 });
  }
  expect(await listed(actor, `/v1/accounting/accounts?tagId=${audit.id}`)).toEqual([account.id]);
  expect(await listed(actor, `/v1/accounting/fiscal-periods?tagId=${audit.id}`)).toEqual([period.id]);
  expect(await listed(actor, `${drafts}?tagId=${audit.id}`)).toEqual([unposted.id]);
  expect(await listed(actor, `/v1/administration/legal-entities?tagId=${audit.id}`)).toEqual([actor.legalEntityId]);
  const { data } = (await actor.get(`/v1/taggings?tagId=${audit.id}&subjectType=account`)).body;
  expect(data).toMatchObject([{ tagName: 'Audit', subjectType: 'account', subjectId: account.id }]);
});

it('moves with a draft to the entry, and goes with a draft that is deleted', async () => {
  const actor = await books();
  const [audit, posted, deleted] = [await createTag(actor, 'Audit'), await draft(actor), await draft(actor)];
  await tag(actor, [audit], [posted, deleted], 'journal_entry_draft');
  const { body: entry } = await postDraft(actor, posted);
  expect(await listed(actor, `${entries}?tagId=${audit.id}`)).toEqual([entry.id]);
  expect(await tag(actor, [audit], [posted], 'journal_entry_draft')).toMatchObject({
    status: 409,
    body: { code: 'record_not_annotatable', errors: [{ pointer: '/subjectIds/0' }] },
  });
  expect((await deleteDraft(actor, deleted)).status).toBe(204);
  expect(await listed(actor, `/v1/taggings?subjectType=journal_entry_draft`)).toEqual([]);
});

it('tags what there is, of one’s own organization, and tells everything that is not', async () => {
  const [actor, foreign] = [await books(), await books()];
  const [entry, audit] = [await post(actor), await createTag(actor, 'Audit')];
  const [foreignEntry, foreignTag] = [await post(foreign), await createTag(foreign, 'Audit')];
  const refusal = async (...given: Parameters<typeof tag>) => {
    const { status, body } = await tag(...given);
    return [status, body.code, pointersOf(body)];
  };
  const nothing = { id: newId() };
  expect(await refusal(actor, [audit], [entry, foreignEntry, nothing])).toEqual([
    422,
    'record_unknown',
    ['/subjectIds/1', '/subjectIds/2'],
  ]);
  expect(await refusal(actor, [audit, foreignTag], [entry])).toEqual([422, 'tag_unknown', ['/tagIds/1']]);
  expect(await refusal(actor, [audit], [entry], 'planet')).toEqual([422, 'record_unknown', ['/subjectType']]);
  expect(await refusal(actor, [audit], [entry], 'account')).toEqual([422, 'record_unknown', ['/subjectIds/0']]);
  expect((await untag(actor, [foreignTag], [entry])).status).toBe(422);
  await tag(actor, [audit], [entry]);
  expect(await listed(foreign, '/v1/taggings')).toEqual([]);
  expect(await listed(foreign, `${entries}?tagId=${audit.id}`)).toEqual([]);
});

it('shows and changes tags of records only to those who may read the records', async () => {
  const actor = await books();
  const role = { code: 'tagger', name: 'Tagger', permissions: ['platform.annotation.read', 'platform.tagging.manage'] };
  expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
  const tagger = await colleagueOf(actor, ['tagger']);
  const [entry, audit] = [await post(actor), await createTag(actor, 'Audit')];
  await tag(actor, [audit], [entry]);
  expect(await listed(tagger, '/v1/taggings')).toEqual([]);
  expect((await untag(tagger, [audit], [entry])).status).toBe(403);
});
