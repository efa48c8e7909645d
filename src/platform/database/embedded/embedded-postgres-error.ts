/** The embedded PostgreSQL cannot serve; the message says why and what the operator can do, without a stack. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
