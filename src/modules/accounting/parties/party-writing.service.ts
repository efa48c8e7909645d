import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import type { PartyView } from './parties.dto.js';
import { partyEvents } from './parties.events.js';
import { PartiesRepository } from './parties.repository.js';
import { contentFaults, emptyContent, normalized, type PartyContent } from './party-content.js';
import { PartyReferences } from './party-references.repository.js';

/** What is said of a party; the rest stays as it is. */
export type PartyChange = Partial<PartyContent>;

/** Writes parties within a running command, whoever asks for it. */
@Injectable()
export class PartyWriting {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly references: PartyReferences,
  ) {}

  /** @throws Problem party_refused, tax_id_refused, party_external_id_taken */
  async create(
    transaction: Transaction,
    legalEntityId: string,
    number: string | undefined,
    said: PartyChange & { name: string },
  ): Promise<PartyView> {
    const content = proved({ ...emptyContent, ...said });
    const named = await this.references.resolve(transaction, legalEntityId, content);
    await this.references.requireFreeExternalIds(transaction, legalEntityId, content.externalIds, null);
    const id = await this.parties.insert(transaction, legalEntityId, number, { ...content, ...named });
    const party = await this.parties.get(transaction, id);
    await transaction.publish(partyEvents.partyCreated, id, { partyId: id, legalEntityId, number: party.number });
    return party;
  }

  /**
   * Of a party that is held.
   *
   * @throws Problem party_merged, party_refused, tax_id_refused, party_external_id_taken
   */
  async change(transaction: Transaction, before: PartyView, said: PartyChange): Promise<PartyView> {
    const { content, old, isSame } = compared(before, said);
    if (isSame) return before;
    const { id, legalEntityId, number } = before;
    const named = await this.references.resolve(transaction, legalEntityId, content, old);
    await this.references.requireFreeExternalIds(transaction, legalEntityId, content.externalIds, id);
    await this.parties.update(transaction, before, { ...content, ...named });
    await transaction.publish(partyEvents.partyUpdated, id, { partyId: id, legalEntityId, number });
    return this.parties.get(transaction, id);
  }
}

/**
 * What a party would be, and whether it is that already.
 *
 * @throws Problem party_merged, party_refused, tax_id_refused
 */
export function compared(before: PartyView, said: PartyChange) {
  requireUnmerged(before);
  const old = contentOf(before);
  const content = proved({ ...old, ...said });
  return { old, content, isSame: isDeepStrictEqual(asKept(content), asKept(old)) };
}

/** The database keeps the members of addresses and contacts in another order than they are sent in. */
const asKept = (content: PartyContent): unknown => JSON.parse(JSON.stringify(content));

/** @throws Problem party_merged */
export function requireUnmerged({ number, status, survivorId }: PartyView): void {
  if (status !== 'merged') return;
  throw accountingProblems.party_merged(`Party ${number} was merged into ${survivorId}, which stands for it.`);
}

/** What people decide of a party, in one order. */
export function contentOf(party: PartyContent): PartyContent {
  const names = ['name', ...Object.keys(emptyContent)] as (keyof PartyContent)[];
  return Object.fromEntries(names.map((name) => [name, party[name]])) as unknown as PartyContent;
}

function proved(content: PartyContent): PartyContent {
  const faults = contentFaults(content);
  if (faults.length > 0) throw refusalOf(faults);
  return contentOf(normalized(content));
}

function refusalOf(faults: ProblemError[]) {
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  const isOfTaxIds = faults.every(({ pointer }) => pointer.startsWith('/taxIds/'));
  return (isOfTaxIds ? accountingProblems.tax_id_refused : accountingProblems.party_refused)(detail, faults);
}
