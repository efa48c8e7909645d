import { Injectable } from '@nestjs/common';
import { isRefusal, type Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { inOrder } from '../../exchange/in-order.js';
import { importRefusal } from '../../exchange/journal-import-refusal.js';
import type { PartyView } from '../../parties/parties.dto.js';
import { partyEvents } from '../../parties/parties.events.js';
import { partyPermissions } from '../../parties/parties.permissions.js';
import { PartiesRepository } from '../../parties/parties.repository.js';
import { PartyBankAccountsRepository } from '../../parties/party-bank-accounts.repository.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { PartyWriting } from '../../parties/party-writing.service.js';
import type { BroughtRecord } from '../brought-records.js';
import { RecordImporting } from '../record-importing.service.js';
import type { RecordImportReportView } from '../record-imports.dto.js';
import { type KnownBankAccount, KnownPartiesRepository } from './known-parties.repository.js';
import { matchParties } from './match-parties.js';
import type { ImportParties } from './party-csv.dto.js';
import { changeOf } from './plan-party.js';
import { partyMappingFaults, type ReadParty, readParties } from './read-parties.js';

/** Parties that are written between two reports of progress. */
const STEP = 100;

/** A line of a file, and the party as it was before, where there is one. */
interface FoundParty {
  read: ReadParty;
  before: PartyView | undefined;
  /** Whether an import that was undone brought it, and archived it. */
  isTakenBack: boolean;
}

/** Imports customers and vendors from the system before, each by its number or what that system calls it. */
@Injectable()
export class PartyImport {
  constructor(
    private readonly importing: RecordImporting,
    private readonly facts: PartyFactsRepository,
    private readonly parties: PartiesRepository,
    private readonly writing: PartyWriting,
    private readonly bankAccounts: PartyBankAccountsRepository,
    private readonly known: KnownPartiesRepository,
  ) {}

  /** @throws Problem import_refused, import_conflict, forbidden */
  import({ legalEntityId, file, mapping }: ImportParties, dryRun = false): Promise<RecordImportReportView> {
    const faults = partyMappingFaults(mapping);
    if (faults.length > 0) throw importRefusal(faults);
    const { manageParties, manageBankDetails } = partyPermissions;
    const needs = mapping.bankAccount ? [manageParties, manageBankDetails] : [manageParties];
    const wish = { kind: 'parties', legalEntityId, file, mapping, dryRun, needs } as const;
    return this.importing.import(wish, async (transaction, legalEntity) => {
      const errors: ProblemError[] = [];
      // Lines that are sound go on as far as the books, so that what these refuse is told at once with the rest.
      const read = readParties(file, mapping, errors);
      const found = await this.match(transaction, legalEntity, read, mapping.externalSource);
      const records = await this.writeAll(transaction, legalEntity, found);
      if (errors.length > 0) throw importRefusal(inOrder(errors));
      return records;
    });
  }

  private async writeAll(
    transaction: Transaction,
    legalEntityId: string,
    found: readonly FoundParty[],
  ): Promise<BroughtRecord[]> {
    const accounts = await this.accountsOf(transaction, found);
    const records: BroughtRecord[] = [];
    for (let done = 0; done < found.length; done += STEP) {
      await reportProgress({ step: 'writing', done, outOf: found.length });
      const part = found.slice(done, done + STEP);
      const written = part.map((one) => this.write(transaction, legalEntityId, one, accounts));
      const outcomes = await Promise.allSettled(written);
      const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      throwFailure(reasons);
      outcomes.forEach((outcome, at) => {
        if (outcome.status === 'fulfilled') records.push(outcome.value);
        else part[at]!.read.reader.tell(outcome.reason as Problem);
      });
    }
    return records;
  }

  /** Finds out who is meant by each line, and holds those who are there. */
  private async match(
    transaction: Transaction,
    legalEntityId: string,
    read: readonly ReadParty[],
    source = '',
  ): Promise<FoundParty[]> {
    const facts = await this.facts.load(transaction, {
      legalEntityIds: [legalEntityId],
      numbers: read.flatMap(({ number }) => number ?? []),
      externalIds: read.flatMap(({ externalId }) => (externalId === undefined ? [] : { source, externalId })),
    });
    const matched = matchParties(read, {
      byNumber: (number) => facts.byNumber(legalEntityId, number),
      byExternalId: (externalId) => facts.byExternalId(legalEntityId, { source, externalId }),
    });
    const ids = matched.flatMap(({ party }) => party?.id ?? []);
    await this.parties.hold(transaction, ids);
    const before = await this.parties.findAll(transaction, ids);
    const takenBack = await this.known.takenBack(transaction, ids);
    return matched.flatMap(({ read: one, party }): FoundParty[] => {
      const known = party && before.get(party.id);
      if (known?.status !== 'archived') return [{ read: one, before: known, isTakenBack: false }];
      if (takenBack.has(known.id)) return [{ read: one, before: known, isTakenBack: true }];
      one.reader.fault('party_archived', `Party ${known.number} is archived: reactivate it first.`);
      return [];
    });
  }

  private async write(
    transaction: Transaction,
    legalEntityId: string,
    { read, before, isTakenBack }: FoundParty,
    accounts: ReadonlyMap<string, readonly KnownBankAccount[]>,
  ): Promise<BroughtRecord> {
    const { reader, key, number, said, bank } = read;
    const line = { line: reader.line, key };
    if (!before) {
      const party = await this.writing.create(transaction, legalEntityId, number, { ...said, name: said.name! });
      const bankAccountId = bank ? await this.enter(transaction, party, bank) : null;
      return { ...line, id: party.id, outcome: 'created', bankAccountId };
    }
    if (isTakenBack) await this.reactivate(transaction, before);
    const party = await this.writing.change(transaction, before, changeOf(before, said));
    const isKnown = !bank || (accounts.get(party.id) ?? []).some((account) => isSameAccount(account, bank));
    const bankAccountId = isKnown ? null : await this.enter(transaction, party, bank);
    const isSame = party.version === before.version && isKnown;
    const outcome = isTakenBack ? 'reactivated' : isSame ? 'unchanged' : 'changed';
    return { ...line, id: party.id, outcome, bankAccountId };
  }

  private async reactivate(transaction: Transaction, { id, legalEntityId, number }: PartyView): Promise<void> {
    await this.parties.setStatus(transaction, id, 'active', null);
    await transaction.publish(partyEvents.partyUpdated, id, { partyId: id, legalEntityId, number });
  }

  /** As if entered by hand: nobody is paid there until another person has verified it. */
  private enter(transaction: Transaction, party: PartyView, bank: NonNullable<ReadParty['bank']>): Promise<string> {
    const holder = (bank.holder ?? party.legalName ?? party.name).slice(0, 140).trimEnd();
    return this.bankAccounts.insert(transaction, party, { ...bank, holder });
  }

  private async accountsOf(transaction: Transaction, found: readonly FoundParty[]) {
    const ids = found.flatMap(({ read, before }) => (read.bank && before ? [before.id] : []));
    const accounts = new Map<string, KnownBankAccount[]>();
    if (ids.length === 0) return accounts;
    for (const account of await this.known.bankAccounts(transaction, ids)) {
      accounts.set(account.partyId, [...(accounts.get(account.partyId) ?? []), account]);
    }
    return accounts;
  }
}

const isSameAccount = (known: KnownBankAccount, bank: NonNullable<ReadParty['bank']>): boolean =>
  known.iban === bank.iban && known.bankCode === bank.bankCode && known.accountNumber === bank.accountNumber;

/** What is no refusal of a line. */
function throwFailure(reasons: readonly unknown[]): void {
  const failure = reasons.find((reason) => !isRefusal(reason));
  if (failure !== undefined) throw failure as Error;
}
