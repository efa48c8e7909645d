import ipaddr from 'ipaddr.js';

/** Bytes of an IPv6 address that name a network: whoever has one address there has all 2^64 of them. */
const NETWORK_BYTES = 8;

/** Whether the caller, or a proxy that nobody declared, is on this machine: then the address says nothing of who calls. */
export const isOwnMachine = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

/** What requests from an address are counted under: the IPv4 address, or the network of /64 of an IPv6 address. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.toByteArray().slice(0, NETWORK_BYTES), ...Array<number>(8).fill(0)]).toString()}/64`;
}
