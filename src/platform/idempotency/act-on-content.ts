import { createHash } from 'node:crypto';
import { actAs, type Acting, currentActing } from '../database/acting.js';

/**
 * Acts with what the request turned out to hold: the key of a streamed request stands for its content as well, which is
 * known once it has arrived. `parts` tell the content apart.
 */
export async function actOnContent<T>(parts: readonly string[], work: () => Promise<T>): Promise<T> {
  const acting = currentActing();
  const { idempotency } = acting;
  if (!idempotency) return work();
  const requestHash = createHash('sha256').update(idempotency.requestHash).update(JSON.stringify(parts)).digest();
  const withContent: Acting = { ...acting, idempotency: { key: idempotency.key, requestHash } };
  try {
    return await actAs(withContent, work);
  } finally {
    acting.replayed = withContent.replayed;
  }
}
