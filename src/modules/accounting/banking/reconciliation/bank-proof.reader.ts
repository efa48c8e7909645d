import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import { type BankProof, proveBankAccount } from './bank-proof.js';
import {
  BankProofRepository,
  type ItemOnItsWay,
  type StatementAt,
  type UnmatchedLine,
} from './bank-proof.repository.js';

export interface ReadProof extends BankProof {
  statement: StatementAt | undefined;
  items: readonly ItemOnItsWay[];
  unmatched: readonly UnmatchedLine[];
}

/** Proves a bank account at a day, from the lines as they are now. */
@Injectable()
export class BankProofReader {
  constructor(private readonly proofs: BankProofRepository) {}

  async read(transaction: Transaction, bankAccount: BankAccountView, day: string): Promise<ReadProof> {
    const { id } = bankAccount;
    const statement = await this.proofs.statementAt(transaction, id, day);
    const position = statement?.position ?? 0;
    const figures = await this.proofs.figures(transaction, id, position, day);
    const items = await this.proofs.items(transaction, id, position, day);
    const unmatched = await this.proofs.unmatched(transaction, id, position);
    return { ...proveBankAccount({ bankAccount, statement, figures, items, unmatched }), statement, items, unmatched };
  }
}
