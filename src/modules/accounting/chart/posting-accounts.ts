import { accountingProblems } from '../accounting.problems.js';
import { type PostingPurpose, postingPurposeRules } from './posting-purposes.js';

/** An account as documents name it. */
export interface PostedAccount {
  id: string;
  code: string;
}

/** The accounts that one legal entity names for the purposes of documents. */
export class PostingAccounts {
  constructor(
    readonly legalEntityId: string,
    private readonly byPurpose: ReadonlyMap<PostingPurpose, PostedAccount>,
  ) {}

  find(purpose: PostingPurpose): PostedAccount | undefined {
    return this.byPurpose.get(purpose);
  }

  /** @throws Problem posting_account_missing, which tells how to name one */
  get(purpose: PostingPurpose): PostedAccount {
    const account = this.find(purpose);
    if (account) return account;
    throw accountingProblems.posting_account_missing(missing(purpose, this.legalEntityId));
  }
}

function missing(purpose: PostingPurpose, legalEntityId: string): string {
  const { name, description, types, controls } = postingPurposeRules[purpose];
  const control = controls[0] === 'none' ? '' : ` and control ${controls.join(' or ')}`;
  return (
    `The legal entity ${legalEntityId} names no account for ${name} (${description}). Name one of type ` +
    `${types.join(' or ')}${control}: POST /v1/accounting/posting-accounts with legalEntityId, purpose “${purpose}” and ` +
    `accountCode.`
  );
}
