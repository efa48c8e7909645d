import { type Actor, newActor } from '../support/actor.js';

export interface Named {
  id: string;
}

export async function books(): Promise<Actor> {
  const actor = await newActor();
  await actor.openBooks();
  return actor;
}

export const post = async (actor: Actor, amount = '100.00', fields: object = {}) =>
  (await actor.postEntry('1000', '3000', amount, fields)) as Named & { number: number };

export async function draft(actor: Actor): Promise<Named> {
  const lines = [
    { accountCode: '1000', debit: '5.00' },
    { accountCode: '3000', credit: '5.00' },
  ];
  const body = { entryDate: '2026-03-05', description: 'Draft', lines };
  return (await actor.post('/v1/accounting/journal-entry-drafts', body)).body as Named;
}

export const postDraft = (actor: Actor, { id }: Named) =>
  actor.post(`/v1/accounting/journal-entry-drafts/${id}/post`, {}, { 'If-Match': '"1"' });

export const deleteDraft = (actor: Actor, { id }: Named) =>
  actor.delete(`/v1/accounting/journal-entry-drafts/${id}`, '"1"');

export const createTag = async (actor: Actor, name: string) =>
  (await actor.post('/v1/tags', { name })).body as Named & { version: number };

export const tag = (actor: Actor, tags: readonly Named[], records: readonly Named[], subjectType = 'journal_entry') =>
  actor.post('/v1/taggings', { tagIds: idsOf(tags), subjectType, subjectIds: idsOf(records) });

export const untag = (actor: Actor, tags: readonly Named[], records: readonly Named[], subjectType = 'journal_entry') =>
  actor.post('/v1/taggings/remove', { tagIds: idsOf(tags), subjectType, subjectIds: idsOf(records) });

export const idsOf = (all: readonly Named[]) => all.map(({ id }) => id);

/** What is listed there, by id. */
export const listed = async (actor: Actor, path: string) => idsOf((await actor.get(path)).body.data as Named[]);

export const pointersOf = (body: { errors?: { pointer: string }[] }) => body.errors?.map(({ pointer }) => pointer);
