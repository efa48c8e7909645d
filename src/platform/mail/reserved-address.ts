/** Domains that nobody's mail goes to: RFC 2606, sections 2 and 3; RFC 6761, section 6. */
const RESERVED = /(?:^|[@.])(?:example\.(?:com|net|org)|test|example|invalid|localhost)$/;

/** Whether the address can be nobody's. */
export const isReservedAddress = (address: string): boolean => RESERVED.test(address.toLowerCase());
