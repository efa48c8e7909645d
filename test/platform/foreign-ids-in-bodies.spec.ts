import { newId } from '#kernel/id.js';
import { asOwner } from '../support/owner.js';
import { triedBesideApprovals } from './approval-bodies.js';
import { bodiesWithIds, idsOf } from './bodies-with-ids.js';
import { slotsOf, textWith } from './body-slots.js';
import { Furnished } from './furnished.js';
import { keptRows } from './kept-rows.js';
import { type Operation, takesHeader } from './operations.js';
import { shownWithout } from './shown-without.js';
import { Trial } from './trial.js';

// Whatever an id of another organization is given as in a body, the answer is that for an id of nothing.

/** Tried in identity-provider.spec, as no provider is configured here. */
const triedWithAProvider = ['requestIdentityProviderSignIn /organizationId'];
/** Tried in bank-openings.spec: a bank account has one opening balance, which another body matches here. */
const triedWithABank = ['matchBankOpeningBalance /alsoLedgerLineIds/0'];
/** Tried in quote-deposits.spec: it takes a quote that the customer of the deposit has accepted. */
const triedWithAQuote = ['invoiceQuote /deposits/0/depositItemId'];
/** Kept as typed, and told of nothing: they are looked up when the draft is validated, posted or issued. */
const keptAsTyped = [
  'createJournalEntryDraft /lines/0/partyId',
  'updateJournalEntryDraft /lines/0/partyId',
  'createSalesDraft /deposits/0/depositItemId',
  'updateSalesDraft /deposits/0/depositItemId',
];

let trial: Trial;
let ours: Furnished;
/** Nothing of it may change, and nothing of it be told. */
let theirs: Furnished;

beforeAll(async () => {
  trial = await Trial.begin();
  theirs = trial.untouched;
  ours = await Furnished.make(trial.operations);
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end('ids of another organization in bodies'));

it('are tried in every place that takes an id', () => {
  const places = trial.operations.all
    .filter((operation) => operation.body)
    .flatMap((operation) =>
      slotsOf(trial.operations, operation.body!)
        .filter(({ schema }) => schema.format === 'uuid')
        .map(({ pointer }) => `${operation.id} ${pointer}`),
    );
  const tried = Object.entries(bodiesWithIds).flatMap(([id, bodies]) =>
    Object.keys(bodies).map((pointer) => `${id} ${pointer}`),
  );
  const elsewhere = [...triedBesideApprovals, ...triedWithAProvider, ...triedWithABank, ...triedWithAQuote];
  expect([...tried, ...elsewhere, ...keptAsTyped].sort()).toEqual(places.sort());
});

it('are refused like ids of nothing, where our own are taken', async () => {
  const us = await idsOf(ours);
  const them = await idsOf(theirs);
  trial = await trial.again();
  for (const [id, bodies] of Object.entries(bodiesWithIds)) {
    const operation = trial.operations.get(id);
    for (const [pointer, make] of Object.entries(bodies)) {
      const send = async (body: string) => trial.wire.send(ours.request(operation, body, await seen(operation)));
      const own = await send(JSON.stringify(make(us)));
      expect([id, pointer, own.status < 300]).toEqual([id, pointer, true]);
      const foreignId = valueAt(make(them), pointer);
      const nothing = newId();
      const before = await kept();
      const answers = [];
      for (const other of [foreignId, nothing]) {
        answers.push(shownWithout(await send(textWith(make(us), pointer, JSON.stringify(other))), other));
      }
      expect([id, pointer, answers[0]]).toEqual([id, pointer, answers[1]]);
      // What is judged part by part says in its answer that none was taken.
      const told = answers[0]!.body as {
        result?: string;
        recorded?: number;
        refused?: number;
        errors?: { code: string }[];
      };
      const isRefused = told.result === 'invalid' || (told.recorded === 0 && told.refused === 1);
      const isTold = answers[0]!.status === 200 ? isRefused : told.errors?.[0]?.code === 'not_found';
      expect([id, isTold || [401, 404, 422].includes(answers[0]!.status)]).toEqual([id, true]);
      expect(await kept()).toEqual(before);
    }
  }
});

/** The version that the row has by now. */
async function seen(operation: Operation): Promise<Record<string, string>> {
  if (!takesHeader(operation, 'If-Match')) return {};
  const { headers } = await ours.actor.get(operation.path.replace(/\{id\}.*$/, ours.idFor(operation)));
  return { 'If-Match': headers.etag! };
}

/** But for the access log: the version is read before each request. */
const kept = async () => {
  const rows = await asOwner((owner) => keptRows(owner, ours.actor.organizationId));
  return Object.fromEntries(Object.entries(rows).filter(([table]) => table !== 'platform.access_log_entry'));
};

function valueAt(value: unknown, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value) as string;
}
