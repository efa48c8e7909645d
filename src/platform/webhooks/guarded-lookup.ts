import type { LookupFunction } from 'node:net';
import { promises as dns } from 'node:dns';
import { isReachable, type Reach } from './reachable.js';

/** The addresses of a host name. */
export abstract class NameResolver {
  abstract resolve(name: string): Promise<string[]>;
}

/** Asks the name servers, and not the files of the machine; one that does not answer keeps no thread busy. */
export class DnsNameResolver extends NameResolver {
  private readonly resolver = new dns.Resolver({ timeout: 3_000, tries: 2 });

  async resolve(name: string): Promise<string[]> {
    const answers = await Promise.allSettled([this.resolver.resolve4(name), this.resolver.resolve6(name)]);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }
}

export class AddressForbidden extends Error {}

/**
 * Looks a name up for a connection that is being made: the connection goes to the addresses that were judged, whatever
 * the name leads to a moment later. One address that may not be reached is enough to refuse them all.
 */
export function guardedLookup(resolver: NameResolver, reach: Reach): LookupFunction {
  const judged = async (name: string) => {
    const addresses = await resolver.resolve(name);
    if (addresses.length === 0) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
    if (!addresses.every((address) => isReachable(address, reach))) throw new AddressForbidden();
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return (name, options, callback) => {
    judged(name).then(
      (addresses) => {
        if (options.all) callback(null, addresses);
        else callback(null, addresses[0]!.address, addresses[0]!.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
