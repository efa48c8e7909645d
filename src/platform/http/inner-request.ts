import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '../auth/principal.js';

/**
 * A request that this process makes of itself, in the name of somebody. It is told by the asynchronous context that it is
 * made in, where nothing that comes over the network ever is.
 */
export interface InnerRequest {
  readonly principal: Principal;
  /** Of the request that it goes back to. */
  readonly requestId: string;
  /** Only to see whether it would be answered: nothing is written, and nothing is recorded as read. */
  readonly isTrial: boolean;
  /** What answers it. */
  operation?: { id: string; permission: string };
  /** Why its file broke off, which the stream of its answer cannot tell. */
  failure?: unknown;
}

const storage = new AsyncLocalStorage<InnerRequest>();

export function asInnerRequest<T>(inner: InnerRequest, make: () => T): T {
  return storage.run(inner, make);
}

/** The inner request that is being answered; undefined for every other. */
export function presentInnerRequest(): InnerRequest | undefined {
  return storage.getStore();
}
