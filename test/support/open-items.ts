import type { Actor } from './actor.js';

/** Items of one party: one charged, one paid, and an allocation of a part of both. */
export interface SettledItems {
  partyId: string;
  debitItemId: string;
  creditItemId: string;
  allocation: { id: string; version: number };
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Adds an account of the code that controls receivables, and a customer who has paid a part, by entries of 6 March 2026. */
export async function addSettledItems(actor: Actor, code = '1590'): Promise<SettledItems> {
  const { legalEntityId } = actor;
  await created(actor, 'accounts', { legalEntityId, code, name: 'Receivables', type: 'asset', control: 'receivable' });
  const { id: partyId } = await created(actor, 'parties', {
    legalEntityId,
    name: 'Lindgren AB',
    isCustomer: true,
    taxIds: [
      {
        type: 'other',
        country: 'SE',
        number: code,
      },
    ],
    externalIds: [
      {
        source: 'ledger',
        externalId: code,
      },
    ],
  });
  const item = async (side: string, other: string, counterAccount: string): Promise<string> => {
    const entry = await created(actor, 'journal-entries', {
      legalEntityId,
      entryDate: '2026-03-06',
      description: 'Invoice or receipt',
      post: true,
      lines: [
        {
          accountCode: code,
          [side]: '100.00',
          partyId,
          dueOn: '2026-04-04',
        },
        {
          accountCode: counterAccount,
          [other]: '100.00',
        },
      ],
    });
    return (await actor.get(`/v1/accounting/open-items?entryId=${entry.id}`)).body.data[0].id;
  };
  const debitItemId = await item('debit', 'credit', '3000');
  const creditItemId = await item('credit', 'debit', '1000');
  const pairs = [{ debitItemId, creditItemId, amount: '40.00' }];
  const { allocations } = await created(actor, 'allocations', { pairs, effectiveOn: '2026-03-06' });
  // Allocations never change: they have no version, and no operation asks for it.
  return { partyId, debitItemId, creditItemId, allocation: { id: allocations[0].id, version: 1 } };
}
