import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { accountingProblems } from '../../accounting.problems.js';
import { OpenItemsRepository } from '../../open-items/open-items.repository.js';
import { dunningPermissions } from '../dunning.permissions.js';
import type { CreateDunningBlock, DunningBlockView, LiftDunningBlock } from './dunning-blocks.dto.js';
import { DunningBlocksRepository } from './dunning-blocks.repository.js';

const BLOCK = dunningPermissions.blockFromDunning.name;

/** Keeps items from being reminded of: what is disputed, or promised for a day. */
@Injectable()
export class DunningBlocksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly items: OpenItemsRepository,
    private readonly blocks: DunningBlocksRepository,
  ) {}

  list(request: ListRequest): Promise<Page<DunningBlockView>> {
    return this.unitOfWork.read((transaction) => this.blocks.list(transaction, request));
  }

  find(id: string): Promise<DunningBlockView> {
    return this.unitOfWork.read((transaction) => this.blocks.get(transaction, id));
  }

  /** @throws Problem dunning_block_refused */
  create({ openItemId, reason, ...said }: CreateDunningBlock): Promise<DunningBlockView> {
    return this.unitOfWork.run(BLOCK, async (transaction) => {
      const blockedUntil = said.blockedUntil ?? null;
      const [item] = await this.items.find(transaction, [openItemId]);
      if (!item) throw refusal('/openItemId', 'unknown_item', `There is no open item ${openItemId}.`);
      if (item.control !== 'receivable' || item.amount.startsWith('-')) {
        throw refusal('/openItemId', 'not_a_charge', 'The item is no charge of a customer: nobody is reminded of it.');
      }
      const today = await this.clock.today(transaction);
      if (blockedUntil !== null && blockedUntil < today) {
        throw refusal('/blockedUntil', 'day_has_passed', `The last day of a block is ${today} or later.`);
      }
      const { id: itemId, legalEntityId } = item;
      const id = await this.blocks.insert(transaction, BLOCK, { legalEntityId, itemId, reason, blockedUntil });
      return this.blocks.get(transaction, id);
    });
  }

  /** @throws Problem dunning_block_lifted */
  lift(id: string, { reason }: LiftDunningBlock): Promise<DunningBlockView> {
    return this.unitOfWork.run(BLOCK, async (transaction) => {
      const block = await this.blocks.get(transaction, id);
      if (block.isLifted) throw accountingProblems.dunning_block_lifted('The block is lifted already.');
      await this.blocks.lift(transaction, BLOCK, block, reason);
      return this.blocks.get(transaction, id);
    });
  }
}

function refusal(pointer: string, code: string, message: string): Error {
  return accountingProblems.dunning_block_refused(message, [{ pointer, code, message }]);
}
