import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';

/** Learns of allocations, made or undone, in the transaction that writes them. */
export interface AllocationFollower {
  allocated(transaction: Transaction, allocationIds: readonly string[]): void;
}

/** Those who have to know what is settled, and whom open items do not know. */
@Injectable()
export class AllocationFollowers {
  private readonly followers: AllocationFollower[] = [];

  add(follower: AllocationFollower): void {
    this.followers.push(follower);
  }

  tell(transaction: Transaction, allocationIds: readonly string[]): void {
    for (const follower of this.followers) follower.allocated(transaction, allocationIds);
  }
}
