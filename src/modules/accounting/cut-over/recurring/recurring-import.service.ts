import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { isRefusal, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { inOrder } from '../../exchange/in-order.js';
import { importRefusal } from '../../exchange/journal-import-refusal.js';
import type { PartyFact } from '../../parties/party-facts.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { receivablesPermissions } from '../../receivables/receivables.permissions.js';
import { RecurringInvoicesService } from '../../receivables/recurring/recurring-invoices.service.js';
import type { BroughtRecord } from '../brought-records.js';
import { RecordImporting } from '../record-importing.service.js';
import type { RecordImportReportView } from '../record-imports.dto.js';
import { KnownRecurringRepository } from './known-recurring.repository.js';
import { type ReadRecurring, readRecurring } from './read-recurring.js';
import type { ImportRecurringInvoices } from './recurring-csv.dto.js';
import { recurringMappingFaults } from './recurring-mapping.js';

const STEP = 20;

/** What the records of a file are brought with. */
interface Surroundings {
  legalEntityId: string;
  party: (named: string) => PartyFact | undefined;
  takenOver: ReadonlyMap<string, string>;
}

/** Takes over what the books before invoiced again and again, at its next date. */
@Injectable()
export class RecurringImport {
  constructor(
    private readonly importing: RecordImporting,
    private readonly parties: PartyFactsRepository,
    private readonly recurring: RecurringInvoicesService,
    private readonly known: KnownRecurringRepository,
    private readonly clock: OrganizationClock,
  ) {}

  /** @throws Problem import_refused, import_conflict, forbidden */
  import(wish: ImportRecurringInvoices, dryRun = false): Promise<RecordImportReportView> {
    const { legalEntityId: named, file, mapping, mode, dating, allowPastDates = false } = wish;
    const faults = recurringMappingFaults(mapping);
    if (faults.length > 0) throw importRefusal(faults);
    const said = { mapping, mode, dating };
    const needs = [receivablesPermissions.issueSales];
    const one = { kind: 'recurring_invoices', legalEntityId: named, file, mapping: said, dryRun, needs } as const;
    return this.importing.import(one, async (transaction, legalEntityId) => {
      const errors: ProblemError[] = [];
      const read = readRecurring(file, mapping, { mode, ...(dating && { dating }) }, errors);
      if (!allowPastDates) requireDatesToCome(read, await this.clock.today(transaction), mapping.columns.nextDates);
      // What is sound goes on as far as the books, so that what these refuse is told at once with the rest.
      const surroundings = await this.surroundings(transaction, legalEntityId, read, mapping.partySource);
      const records = await this.bring(transaction, read, surroundings);
      if (errors.length > 0) throw importRefusal(inOrder(errors));
      return records;
    });
  }

  private async bring(
    transaction: Transaction,
    read: readonly ReadRecurring[],
    { legalEntityId, party, takenOver }: Surroundings,
  ): Promise<BroughtRecord[]> {
    const records: BroughtRecord[] = [];
    for (const [done, one] of read.entries()) {
      if (done % STEP === 0) await reportProgress({ step: 'writing', done, outOf: read.length });
      const { reader, key } = one;
      const place = { line: reader.line, key, bankAccountId: null };
      const known = takenOver.get(key);
      const customer = party(one.party);
      if (known !== undefined) records.push({ ...place, id: known, outcome: 'unchanged' });
      else if (!customer) {
        const message = `The legal entity has no party ${JSON.stringify(one.party)}.`;
        reader.fault('unknown_party', message, reader.columnOf('/partyId'));
      } else {
        const id = await this.setUp(transaction, legalEntityId, one, customer.id);
        if (id !== undefined) records.push({ ...place, id, outcome: 'created' });
      }
    }
    return records;
  }

  /** Undefined where the content is refused, which is told of its line. */
  private async setUp(
    transaction: Transaction,
    legalEntityId: string,
    { said, passed, tell }: ReadRecurring,
    partyId: string,
  ): Promise<string | undefined> {
    const id = newId();
    try {
      await this.recurring.setUp(transaction, { id, legalEntityId, passed }, { ...said, partyId });
      return id;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      tell(error);
      return undefined;
    }
  }

  private async surroundings(
    transaction: Transaction,
    legalEntityId: string,
    read: readonly ReadRecurring[],
    source: string | undefined,
  ): Promise<Surroundings> {
    const named = [...new Set(read.map(({ party }) => party))];
    const keys = named.map((externalId) => ({ source: source ?? '', externalId }));
    const names = source === undefined ? { numbers: named } : { externalIds: keys };
    const facts = await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ...names });
    const takenOver = await this.known.takenOver(
      transaction,
      legalEntityId,
      read.map(({ key }) => key),
    );
    const party = (key: string) =>
      source === undefined
        ? facts.byNumber(legalEntityId, key)
        : facts.byExternalId(legalEntityId, { source, externalId: key });
    return { legalEntityId, party, takenOver };
  }
}

function requireDatesToCome(read: readonly ReadRecurring[], today: string, column: string): void {
  for (const { reader, nextOn } of read) {
    if (nextOn >= today) continue;
    reader.fault('date_passed', `${nextOn} is past: allow it where the next run is to make up for it.`, column);
  }
}
