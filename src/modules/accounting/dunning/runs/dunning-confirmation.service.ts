import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { JobKinds, type JobOrder, type JobResult } from '#platform/jobs/job-kinds.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { dunningEvents } from '../dunning.events.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { letterContent } from '../letters/letter-content.js';
import { DunningLettersRepository, type NewLetter } from '../letters/dunning-letters.repository.js';
import type { DunningLevelView } from '../levels/dunning-levels.dto.js';
import { DunningLevelsRepository } from '../levels/dunning-levels.repository.js';
import { DunningCharges } from './dunning-charges.service.js';
import { DunningFactsRepository, type ReceivableFact } from './dunning-facts.repository.js';
import { DunningProposals } from './dunning-proposals.service.js';
import type { DunningRunView } from './dunning-runs.dto.js';
import { DunningRunsRepository } from './dunning-runs.repository.js';
import type { Proposal } from './plan-dunning.js';
import { digestOf, lettersOf } from './proposal-view.js';

const RUN = dunningPermissions.runDunning.name;
const JOB = 'accounting.dunning_run';
/** Some seconds of work; whoever writes more is not kept waiting. */
const MOST_AT_ONCE = 200;

/** Which run is confirmed, as it was read. */
interface Confirmation {
  id: string;
  version: number;
  digest?: string;
}

/**
 * Makes letters of what a run proposes, all in one transaction. Customers and items are held before it is calculated anew:
 * of two runs at once the second finds what the first has written, and payments wait or have been made.
 */
@Injectable()
export class DunningConfirmation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly jobs: Jobs,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly parties: PartyFactsRepository,
    private readonly runs: DunningRunsRepository,
    private readonly levels: DunningLevelsRepository,
    private readonly facts: DunningFactsRepository,
    private readonly proposals: DunningProposals,
    private readonly charges: DunningCharges,
    private readonly letters: DunningLettersRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ name: JOB, permission: dunningPermissions.runDunning, run: (order) => this.perform(order) });
  }

  /** @throws Problem dunning_run_confirmed, dunning_run_changed, dunning_run_empty, and what the ledger refuses of charges */
  async confirm(confirmation: Confirmation, asJob: boolean): Promise<DunningRunView | AcceptedJob> {
    if (asJob || (await this.isLong(confirmation.id))) {
      return this.jobs.request(JOB, { arguments: confirmation, content: Buffer.from('{}') });
    }
    return this.unitOfWork.run(RUN, (transaction) => this.confirmWithin(transaction, confirmation));
  }

  private isLong(id: string): Promise<boolean> {
    return this.unitOfWork.read(async (transaction) => {
      const run = await this.runs.get(transaction, id);
      if (run.status === 'confirmed') return false;
      return lettersOf(await this.proposals.read(transaction, run.legalEntityId, run)).length > MOST_AT_ONCE;
    });
  }

  private async perform({ arguments: said }: JobOrder): Promise<JobResult> {
    await reportProgress({ step: 'writing', done: 0, outOf: null });
    return this.unitOfWork.run(RUN, async (transaction) => {
      const { id, letterCount } = await this.confirmWithin(transaction, said as Confirmation);
      return { id, href: `/v1/accounting/dunning-runs/${id}`, summary: `${letterCount} letters were written.` };
    });
  }

  private async confirmWithin(
    transaction: Transaction,
    { id, version, digest }: Confirmation,
  ): Promise<DunningRunView> {
    const run = await this.runs.hold(transaction, id);
    requireVersion(run.version, version);
    if (run.status === 'confirmed') throw accountingProblems.dunning_run_confirmed('The run is confirmed already.');
    const today = await this.clock.today(transaction);
    if (run.runOn > today) {
      throw accountingProblems.dunning_run_refused(`The run is of ${run.runOn}; today is ${today}.`);
    }
    const levels = await this.levels.holdOfLegalEntity(transaction, run.legalEntityId);
    await this.holdCandidates(transaction, run);
    const proposals = await this.proposals.read(transaction, run.legalEntityId, run);
    if (digest !== undefined && digest !== digestOf(proposals)) {
      throw accountingProblems.dunning_run_changed(
        'The letters are not those that were read any more; read them again.',
      );
    }
    const planned = lettersOf(proposals);
    if (planned.length === 0) {
      throw accountingProblems.dunning_run_empty('Nobody is to be reminded of anything; the proposal tells why.');
    }
    const letters = await this.compose(transaction, run, planned, levels);
    const entryIds = await this.charges.post(transaction, letters, planned);
    await this.runs.confirm(transaction, id);
    await this.letters.insert(
      transaction,
      RUN,
      letters.map((letter) => ({ ...letter, entryId: entryIds.get(letter.id) ?? null })),
    );
    await publish(transaction, letters, planned);
    return this.runs.get(transaction, id);
  }

  /** Customers before items, as receipts do. */
  private async holdCandidates(transaction: Transaction, { legalEntityId, runOn }: DunningRunView): Promise<void> {
    const candidates = await this.facts.load(transaction, { legalEntityId, runOn });
    const ids = [...new Set(candidates.map(({ partyId }) => partyId))];
    await this.parties.loadAndHold(transaction, { legalEntityIds: [legalEntityId], ids });
    await this.facts.hold(
      transaction,
      candidates.map((item) => item.id),
    );
  }

  private async compose(
    transaction: Transaction,
    { id: runId, legalEntityId, runOn }: DunningRunView,
    planned: readonly Proposal<ReceivableFact>[],
    levels: readonly DunningLevelView[],
  ): Promise<NewLetter[]> {
    const seller = await this.legalEntity.describe(legalEntityId);
    const partyIds = [...new Set(planned.map(({ partyId }) => partyId))];
    const addressees = await this.facts.addressees(transaction, partyIds);
    return planned.map((proposal) => {
      const { partyId, currency, overdue, credits, fee, interest, total } = proposal;
      const [step, payBy] = [proposal.step!, proposal.payBy!];
      const { texts } = levels.find(({ id }) => id === step.id)!;
      const figures = {
        level: step.level,
        runOn: runOn as CalendarDate,
        payBy,
        currency,
        overdue,
        credits,
        fee,
        interest,
      };
      const { language } = proposal.items[0]!.item;
      const reader = { seller, addressee: addressees.get(partyId)!, language };
      const written = letterContent({ ...figures, total }, reader, texts);
      const amounts = { overdueAmount: overdue, creditAmount: credits, fee, interest };
      const key = { id: newId(), legalEntityId, runId, partyId, levelId: step.id, level: step.level };
      const days = { issuedOn: runOn, payBy };
      const items = itemsOf(proposal, runOn);
      return {
        ...key,
        ...days,
        currency,
        ...amounts,
        postsCharges: step.postsCharges,
        entryId: null,
        ...written,
        items,
      };
    });
  }
}

function itemsOf({ items }: Proposal<ReceivableFact>, runOn: string): NewLetter['items'] {
  return items
    .filter(({ skip }) => skip === null)
    .map(({ item: { id, reference, entryDate, dueOn, openAmount }, level, interest, interestAfter }) => {
      const bearing = { interest, interestAfter, interestThrough: interestAfter === null ? null : runOn };
      return { itemId: id, level, reference, entryDate, dueOn, openAmount, ...bearing };
    });
}

async function publish(
  transaction: Transaction,
  letters: readonly NewLetter[],
  planned: readonly Proposal<ReceivableFact>[],
): Promise<void> {
  const events = letters.map(({ id, legalEntityId, partyId, level, currency, payBy }, index) => {
    const totalAmount = planned[index]!.total.toFixed(requireCurrency(currency).minorUnits);
    const data = { dunningLetterId: id, legalEntityId, partyId, level, currency, totalAmount, payBy };
    return { subject: id, data };
  });
  await transaction.publishAll(dunningEvents.letterIssued, events);
}
