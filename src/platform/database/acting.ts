import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanReference } from '../tracing/spans.js';

/** Who acts, where and for which request. Every transaction takes its organization and actor from here. */
export interface Acting {
  readonly organizationId: string;
  /** The person, or the API key that acts; keys and audit rows are under this id. */
  readonly actorId: string;
  /** The person who acts, or who made the API key that does; absent where no person does. */
  readonly personId?: string;
  readonly permissions: ReadonlySet<string>;
  /** Where whoever acts does so for some legal entities alone: there are no others in any transaction of theirs. */
  readonly legalEntityIds?: readonly string[];
  readonly requestId: string;
  /** The caller's key and a hash of the request, where one was sent. */
  readonly idempotency?: { readonly key: string; readonly requestHash: Buffer };
  /** Where the request is being traced, for work that is done for several at once. */
  readonly span?: SpanReference;
  /** Set when the answer comes from an earlier request with the same key. */
  replayed?: boolean;
}

const storage = new AsyncLocalStorage<Acting>();

export function actAs<T>(acting: Acting, work: () => T): T {
  return storage.run(acting, work);
}

/** Who acts here, if anybody does. */
export function presentActing(): Acting | undefined {
  return storage.getStore();
}

/** @throws Error outside a request or `actAs`: nothing touches tenant data without saying for whom. */
export function currentActing(): Acting {
  const acting = storage.getStore();
  if (!acting) throw new Error('Nobody acts here: tenant data is reached from a request or within actAs().');
  return acting;
}

/** Acts where no person does: schedules and housekeeping. */
export const SYSTEM_ACTOR = '00000000-0000-0000-0000-000000000000';
