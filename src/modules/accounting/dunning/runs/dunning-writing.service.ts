import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { requireVersion } from '#platform/http/etag.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { DunningLevelsRepository } from '../levels/dunning-levels.repository.js';
import { DunningLetterMaking } from './dunning-letter-making.service.js';
import { DunningProposals } from './dunning-proposals.service.js';
import type { DunningRunView } from './dunning-runs.dto.js';
import { DunningRunsRepository } from './dunning-runs.repository.js';
import { digestOf, lettersOf } from './proposal-view.js';

/** Which run is confirmed, as it was read. */
export interface Confirmation {
  id: string;
  version: number;
  digest?: string;
}

/**
 * Makes letters of what a run proposes. Customers and items are held before it is calculated anew: of two runs at once the
 * second finds what the first has written, and payments wait or have been made.
 */
@Injectable()
export class DunningWriting {
  constructor(
    private readonly clock: OrganizationClock,
    private readonly runs: DunningRunsRepository,
    private readonly levels: DunningLevelsRepository,
    private readonly proposals: DunningProposals,
    private readonly letters: DunningLetterMaking,
  ) {}

  /**
   * Within the running command: all letters or none.
   *
   * @throws Problem dunning_run_confirmed, dunning_run_changed, dunning_run_empty, and what the ledger refuses of charges
   */
  async write(transaction: Transaction, { id, version, digest }: Confirmation): Promise<DunningRunView> {
    const run = await this.runs.hold(transaction, id);
    requireVersion(run.version, version);
    if (run.status === 'confirmed') throw accountingProblems.dunning_run_confirmed('The run is confirmed already.');
    const today = await this.clock.today(transaction);
    if (run.runOn > today) {
      throw accountingProblems.dunning_run_refused(`The run is of ${run.runOn}; today is ${today}.`);
    }
    const levels = await this.levels.holdOfLegalEntity(transaction, run.legalEntityId);
    const proposals = await this.proposals.readHeld(transaction, run.legalEntityId, run);
    if (digest !== undefined && digest !== digestOf(proposals)) {
      throw accountingProblems.dunning_run_changed(
        'The letters are not those that were read any more; read them again.',
      );
    }
    const planned = lettersOf(proposals);
    if (planned.length === 0) {
      throw accountingProblems.dunning_run_empty('Nobody is to be reminded of anything; the proposal tells why.');
    }
    await this.runs.confirm(transaction, id);
    await this.letters.make(transaction, run, planned, levels);
    return this.runs.get(transaction, id);
  }
}
