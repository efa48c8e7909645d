/** Roles that every organization has. Owners and administrators hold every permission. */
export const builtInRoles = ['owner', 'administrator', 'accountant', 'bookkeeper', 'auditor', 'integrator'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

export interface Permission {
  /** `module.resource.action` */
  readonly name: string;
  readonly description: string;
  /** Built-in roles that hold it, besides owner and administrator. */
  readonly roles: readonly BuiltInRole[];
}

/** A module declares its permissions once; routes, roles and documentation refer to them. */
export type PermissionCatalogue = Readonly<Record<string, Permission>>;

const holdsEverything: readonly string[] = ['owner', 'administrator'] satisfies BuiltInRole[];

/** Which permissions a combination of roles holds. */
export class RolePermissions {
  readonly all: readonly Permission[];
  private readonly byRoles = new Map<string, ReadonlySet<string>>();

  constructor(catalogues: readonly PermissionCatalogue[]) {
    this.all = catalogues.flatMap((catalogue) => Object.values(catalogue));
  }

  of(roles: readonly string[]): ReadonlySet<string> {
    const key = JSON.stringify(roles);
    let held = this.byRoles.get(key);
    if (!held) {
      const granted = this.all.filter(
        (permission) =>
          roles.some((role) => holdsEverything.includes(role)) || permission.roles.some((role) => roles.includes(role)),
      );
      held = new Set(granted.map((permission) => permission.name));
      this.byRoles.set(key, held);
    }
    return held;
  }
}
