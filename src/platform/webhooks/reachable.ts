import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Where webhooks may go. */
export interface Reach {
  ports: readonly number[];
  /** Beside the public internet. */
  networks: readonly Network[];
}

/** @param networks addresses and networks with commas between, as in the settings */
export function reachOf(ports: readonly number[], networks = ''): Reach {
  const texts = networks.split(',').map((one) => one.trim());
  return { ports, networks: texts.filter(Boolean).map(networkOf) };
}

function networkOf(text: string): Network {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128] as Network;
}

/** All that is given out of IPv6 for the internet; what leads back into IPv4 lies in it and is told by its range. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Whether the address is one of the public internet, or of a network that is allowed besides. */
export function isReachable(text: string, { networks }: Reach): boolean {
  // The library reads spellings with fewer parts as well.
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (networks.some((network) => address.kind() === network[0].kind() && address.match(network))) return true;
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

/** Nothing that a parser of URLs would leave out or turn round on its way. */
const plainUrl = /^https?:\/\/[^\s\\/?#@\u007f-\uffff]+(?:[/?][!"$-[\]-~]*)?$/i;

/**
 * What is wrong with an address as one to send webhooks to, as far as it can be told without asking for the name: that
 * is done with every connection.
 */
export function urlFault(text: string, reach: Reach): string | undefined {
  if (!plainUrl.test(text) || !URL.canParse(text)) return 'Must be a URL, such as https://shop.example.com/hooks.';
  const { protocol, hostname, port, username, password } = new URL(text);
  if (username || password) return 'Must not hold a user name or password.';
  if (hostname.endsWith('.')) return 'Must not end its host name with a dot.';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isAddress = isIP(host) !== 0;
  if (isAddress && !isReachable(host, reach)) return 'Must be an address of the public internet.';
  const isHere = isAddress && ipaddr.parse(host).range() === 'loopback';
  // A loopback address that got here is allowed by the settings: somebody develops a receiver.
  if (protocol !== 'https:' && !isHere) return 'Must begin with https://.';
  if (!isAddress && !host.includes('.')) return 'Must have a full host name, such as shop.example.com.';
  if (host.endsWith('.localhost')) return 'Must be an address of the public internet.';
  const number = port === '' ? 443 : Number(port);
  if (!isHere && !reach.ports.includes(number)) return `Must have the port ${reach.ports.join(' or ')}.`;
  return undefined;
}
