import { newId } from '#kernel/id.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

export const dunningLevel = (level: number) => ({
  level,
  name: `Level ${level}`,
  daysOverdue: 10,
  daysSinceLast: 7,
  daysToPay: 14,
});

/** A customer with two charges that are overdue, one of them blocked, who was reminded once and is to be again. */
export async function furnishDunning(actor: Actor): Promise<void> {
  const done = async (path: string, body: object, version?: number) => {
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await actor.post(`/v1/${path}`, body, headers);
    if (answer.status > 201) throw new Error(`${path} was answered ${answer.text}`);
    return answer.body;
  };
  const { legalEntityId } = actor;
  const party = await done('accounting/parties', { legalEntityId, name: 'Sörens Bygg AB', isCustomer: true });
  for (const debit of ['771.00', '772.00']) {
    await done('accounting/journal-entries', {
      legalEntityId,
      post: true,
      entryDate: '2026-02-20',
      description: 'Overdue',
      lines: [
        { accountCode: '1590', debit, partyId: party.id, dueOn: '2026-03-01' },
        { accountCode: '3000', credit: debit },
      ],
    });
  }
  for (const level of [1, 2]) await done('accounting/dunning-levels', { legalEntityId, ...dunningLevel(level) });
  const { body: items } = await actor.get(`/v1/accounting/open-items?partyId=${party.id}`);
  const run = await done('accounting/dunning-runs', { legalEntityId, runOn: '2026-03-20' });
  await done(`accounting/dunning-runs/${run.id}/confirm`, {}, 1);
  await done('accounting/dunning-blocks', { openItemId: items.data[0].id, reason: 'Disputed' });
  // The one that is listed first, with letters to write.
  await done('accounting/dunning-runs', { legalEntityId, runOn: '2026-04-20' });
}

/** What of it requests name. */
export interface DunningIds {
  dunnedItem: string;
  dunnedParty: string;
  /** A legal entity that has no levels. */
  undunnedEntity: string;
}

export async function dunningIdsOf(actor: Actor): Promise<DunningIds> {
  const [item] = (await actor.get('/v1/accounting/open-items?dunningLevel=1&limit=1')).body.data;
  const { rows } = await asOwner((owner) =>
    owner.query<{ id: string }>(
      `SELECT id FROM administration.legal_entity e WHERE organization_id = $1 AND status = 'active' AND NOT EXISTS (
         SELECT FROM accounting.dunning_level l WHERE l.organization_id = e.organization_id AND l.legal_entity_id = e.id)`,
      [actor.organizationId],
    ),
  );
  return { dunnedItem: item.id, dunnedParty: item.partyId, undunnedEntity: rows[0]?.id ?? newId() };
}

type Us = DunningIds & { legalEntity: string };

const withoutParty = ({ dunnedParty }: Us) => ({ exclusions: [{ partyId: dunnedParty, reason: 'Has called' }] });
const withoutItem = ({ dunnedItem }: Us) => ({ exclusions: [{ openItemId: dunnedItem, reason: 'Has called' }] });
const run = (us: Us) => ({ legalEntityId: us.legalEntity, runOn: '2026-03-10' });

/** Bodies that are accepted of us, by operation and place of the id. */
export const dunningBodies: Record<string, Record<string, (us: Us) => object>> = {
  createDunningLevel: {
    '/legalEntityId': ({ legalEntity }) => ({ ...dunningLevel(3), legalEntityId: legalEntity }),
  },
  createStandardDunningLevels: { '/legalEntityId': ({ undunnedEntity }) => ({ legalEntityId: undunnedEntity }) },
  createDunningBlock: { '/openItemId': ({ dunnedItem }) => ({ openItemId: dunnedItem, reason: 'Disputed' }) },
  createDunningRun: {
    '/legalEntityId': run,
    '/exclusions/0/partyId': (us) => ({ ...run(us), ...withoutParty(us) }),
    '/exclusions/0/openItemId': (us) => ({ ...run(us), ...withoutItem(us) }),
  },
  updateDunningRun: { '/exclusions/0/partyId': withoutParty, '/exclusions/0/openItemId': withoutItem },
};
