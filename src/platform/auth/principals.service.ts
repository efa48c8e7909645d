import { Injectable } from '@nestjs/common';
import { RolePermissions } from '../permissions/permission.js';
import type { Principal } from './principal.js';
import { SessionsRepository } from './sessions.repository.js';

/**
 * Looks up what a session may do, with every request anew: an ended session, a changed role or a closed organization
 * holds from the next request on. Requests that arrive in the same turn of the event loop share one look-up.
 */
@Injectable()
export class Principals {
  private gathering: { sessionIds: Set<string>; found: Promise<Map<string, Principal>> } | undefined;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly permissions: RolePermissions,
  ) {}

  async find(sessionId: string): Promise<Principal | undefined> {
    this.gathering ??= this.gather();
    this.gathering.sessionIds.add(sessionId);
    return (await this.gathering.found).get(sessionId);
  }

  private gather() {
    const sessionIds = new Set<string>();
    const found = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      this.gathering = undefined;
      const facts = await this.sessions.findPrincipals([...sessionIds]);
      return new Map(
        facts.map((fact) => [
          fact.session_id,
          {
            sessionId: fact.session_id,
            userId: fact.user_id,
            organizationId: fact.organization_id,
            roles: fact.roles,
            permissions: this.permissions.of(fact.roles),
          },
        ]),
      );
    });
    return { sessionIds, found };
  }
}
