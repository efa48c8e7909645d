/** Roles that every organization has, and what they are for. Owners and administrators hold what is not reserved. */
export const builtInRoleDescriptions = {
  owner: 'Holds everything, and alone makes and unmakes owners. An organization always has one.',
  administrator: 'Holds everything but the making of owners: people, roles, keys, settings and books.',
  accountant: 'Keeps the books: chart, periods, posting, import and reports.',
  bookkeeper: 'Posts entries and reads the books.',
  auditor: 'Reads all books and who has access, and changes nothing.',
  integrator: 'For programs of others: reads the books and posts entries.',
} as const;
export type BuiltInRole = keyof typeof builtInRoleDescriptions;
export const builtInRoles = Object.keys(builtInRoleDescriptions) as readonly BuiltInRole[];

export interface Permission {
  /** `module.resource.action` */
  readonly name: string;
  readonly description: string;
  /** Built-in roles that hold it, besides owner and administrator. */
  readonly roles: readonly BuiltInRole[];
  /**
   * Who alone may hold it: `own_account`, every signed-in person whatever the roles, and no program; `everybody`, the same
   * and every API key and service account; `people`, whoever has a role with it, and no program; `owners`, people with the
   * built-in role owner.
   */
  readonly reserved?: Reservation;
  /** What it gives would outlast an engagement, so nobody holds it by one. */
  readonly notForEngaged?: true;
  /**
   * All that it opens is of one legal entity each, behind the wall that the database keeps around the rows of one, or is the
   * same for all of them and only read. Whoever is engaged for some legal entities holds nothing else.
   */
  readonly withinLegalEntity?: true;
}

export const reservations = ['own_account', 'everybody', 'people', 'owners'] as const;
export type Reservation = (typeof reservations)[number];

/** A module declares its permissions once; routes, roles and documentation refer to them. */
export type PermissionCatalogue = Readonly<Record<string, Permission>>;

/** What the roles of a person or key add up to: names of roles, and what the organization's own roles among them hold. */
export interface Grants {
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

/** What an engagement is for. */
export interface EngagementScope {
  readonly modules: readonly string[];
  /** Null where it is for all of them. */
  readonly legalEntityIds: readonly string[] | null;
}

const MOST_REMEMBERED = 5000;

/** Which permissions roles hold, and what is left of them in the hands of people and API keys. */
export class RolePermissions {
  readonly all: readonly Permission[];
  /** First parts of the names of what may be held by an engagement, in the order of the catalogues. */
  readonly engageableModules: readonly string[];
  private readonly byName: ReadonlyMap<string, Permission>;
  private readonly remembered = new Map<string, ReadonlySet<string>>();

  constructor(catalogues: readonly PermissionCatalogue[]) {
    this.all = catalogues.flatMap((catalogue) => Object.values(catalogue));
    const engageable = this.all.filter((permission) => !permission.notForEngaged && !isHeldAnyway(permission));
    this.engageableModules = [...new Set(engageable.map(({ name }) => moduleOf(name)))];
    this.byName = new Map(this.all.map((permission) => [permission.name, permission]));
  }

  /** What built-in roles give; other names give nothing. */
  of(roles: readonly string[]): ReadonlySet<string> {
    return this.remember(['roles', roles], () => this.all.filter((permission) => isHeldBy(roles, permission)));
  }

  /** What a signed-in person may do. */
  ofPerson({ roles, permissions }: Grants): ReadonlySet<string> {
    return this.remember(['person', roles, permissions], () => {
      const own = this.all.filter(isHeldAnyway);
      return [...own, ...this.granted({ roles, permissions })];
    });
  }

  /**
   * What a person may do by an engagement: what its roles give, of its modules, and nothing that would outlast it; where it
   * is for some legal entities, nothing that is of others as well.
   */
  ofEngaged({ roles, permissions }: Grants, { modules, legalEntityIds }: EngagementScope): ReadonlySet<string> {
    const isLimited = legalEntityIds !== null;
    return this.remember(['engaged', roles, permissions, modules, isLimited], () => {
      const given = this.granted({ roles, permissions }).filter(
        ({ name, notForEngaged, withinLegalEntity }) =>
          !notForEngaged && modules.includes(moduleOf(name)) && (withinLegalEntity || !isLimited),
      );
      return [...this.all.filter(isHeldAnyway), ...given];
    });
  }

  /** What an API key may do: its scope, as far as the person who made it may do that now. */
  ofKey(scope: Grants, maker: Grants): ReadonlySet<string> {
    return this.remember(['key', scope, maker], () => {
      const most = new Set(this.granted(maker));
      const own = this.all.filter(({ reserved }) => reserved === 'everybody');
      return [...own, ...this.granted(scope).filter((permission) => most.has(permission) && !permission.reserved)];
    });
  }

  /** What a service account may do; with the scope of a token, as far as that names it. Nobody caps it beside that. */
  ofServiceAccount(account: Grants, scope?: readonly string[]): ReadonlySet<string> {
    const grants = { roles: account.roles, permissions: account.permissions };
    return this.ofKey(scope ? { roles: [], permissions: scope } : grants, grants);
  }

  /** What somebody is given with the roles, beside what every person has anyway. */
  givenBy(grants: Grants): ReadonlySet<string> {
    return this.remember(['given', grants.roles, grants.permissions], () =>
      this.granted(grants).filter((permission) => !isHeldAnyway(permission)),
    );
  }

  /** Whether an API key may hold the permission. */
  isForKeys(name: string): boolean {
    const permission = this.byName.get(name);
    return permission !== undefined && permission.reserved === undefined;
  }

  /** Whether the organization's own roles may name the permission. */
  isGrantable(name: string): boolean {
    const permission = this.byName.get(name);
    return permission !== undefined && (permission.reserved === undefined || permission.reserved === 'people');
  }

  private granted({ roles, permissions }: Grants): Permission[] {
    // What a role names is held as long as it is declared and may still be granted.
    return this.all.filter(
      (permission) =>
        isHeldBy(roles, permission) || (permissions.includes(permission.name) && this.isGrantable(permission.name)),
    );
  }

  private remember(key: unknown, find: () => Permission[]): ReadonlySet<string> {
    const text = JSON.stringify(key);
    let held = this.remembered.get(text);
    if (!held) {
      held = new Set(find().map(({ name }) => name));
      if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
      this.remembered.set(text, held);
    }
    return held;
  }
}

const moduleOf = (permission: string): string => permission.split('.', 1)[0]!;

/** By every person, whatever the roles. */
const isHeldAnyway = ({ reserved }: Permission): boolean => reserved === 'own_account' || reserved === 'everybody';

function isHeldBy(held: readonly string[], { roles, reserved }: Permission): boolean {
  return (
    held.includes('owner') ||
    (held.includes('administrator') && reserved !== 'owners') ||
    roles.some((role) => held.includes(role))
  );
}
