/** A verified credential: who, in which organization, with which permissions. */
export interface Principal {
  readonly userId: string;
  readonly organizationId: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
}
