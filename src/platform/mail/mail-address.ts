export interface MailAddress {
  /** Empty where there is none. */
  readonly name: string;
  readonly address: string;
}

/** One mailbox: no list, no comment, no quoted part, no source route, nothing that ends a header or an SMTP command. */
const plainAddress = /^[^\s@<>()[\],;:"\\\p{C}]{1,64}@[^\s@<>()[\],;:"\\\p{C}]{1,189}$/u;

const namedAddress = /^(?<name>[^<>"\p{C}]{0,100}?) ?<(?<address>[^<>]+)>$/u;

export const isMailAddress = (text: string): boolean => plainAddress.test(text);

/** `Bureau <bureau@example.com>` or `bureau@example.com`; undefined where it is neither. */
export function readMailAddress(text: string): MailAddress | undefined {
  const { name = '', address = text } = namedAddress.exec(text)?.groups ?? {};
  return isMailAddress(address) ? { name: name.trim(), address } : undefined;
}
