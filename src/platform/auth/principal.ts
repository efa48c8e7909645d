/** A verified credential: who, in which organization, with which permissions. */
export interface Principal {
  /** The person; of an API key the one who made it. */
  readonly userId: string;
  readonly organizationId: string;
  /** Of a signed-in person. */
  readonly sessionId?: string;
  /** Of an API key, which acts under its own id, apart from the person who made it. */
  readonly apiKeyId?: string;
  readonly permissions: ReadonlySet<string>;
  /** Of a signed-in person. */
  readonly secondFactor?: SecondFactorState;
}

/**
 * What a session knows of the second factor of its person: there is none; there is none though the organization requires
 * one; it was proved within the last ten minutes; it was proved longer ago, or not in this session.
 */
export type SecondFactorState = 'none' | 'missing' | 'proved' | 'due';

/** What is looked up with every request: a session by its id, an API key by its organization and its secret's hash. */
export type Credential = { readonly sessionId: string } | { readonly organizationId: string; readonly keyHash: Buffer };
