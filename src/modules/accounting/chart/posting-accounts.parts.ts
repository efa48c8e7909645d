import { PostingAccount } from './posting-account.entity.js';
import { PostingAccountsController } from './posting-accounts.controller.js';
import { PostingAccountsRepository } from './posting-accounts.repository.js';
import { PostingAccountsService } from './posting-accounts.service.js';

export const postingAccountParts = {
  controllers: [PostingAccountsController],
  providers: [PostingAccountsRepository, PostingAccountsService],
  entities: [PostingAccount],
};
