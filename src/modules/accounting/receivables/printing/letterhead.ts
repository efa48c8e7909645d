import type { Letter } from '#platform/exports/letter.js';
import type { PrintedAddress, PrintedParty } from '../documents/sales-document.js';
import { vatIdOf } from '../electronic/compose-electronic.js';
import type { DocumentWording } from './document-language.js';
import { filled } from './document-texts.js';

/** What letters of a seller to a buyer have in common, whatever they say. */
export function letterheadOf(
  seller: PrintedParty,
  buyer: PrintedParty,
  wording: DocumentWording,
): Pick<Letter, 'language' | 'sender' | 'recipient' | 'footer' | 'pageNumber'> {
  return {
    language: wording.language,
    sender: { name: seller.name, line: [seller.name, ...addressLines(seller.address)].join(' \u00B7 ') },
    recipient: [buyer.name, ...addressLines(buyer.address), ...foreignCountry(seller, buyer, wording)],
    footer: footerOf(seller, wording),
    pageNumber: wording.texts.page,
  };
}

/** Into which account to pay; nothing where the seller has named none. */
export function payIntoText({ paymentAccount: account }: PrintedParty, { texts }: DocumentWording): string[] {
  const into = account && [groupsOfFour(account.iban), account.bic && `${texts.bic} ${account.bic}`, account.bankName];
  return into ? [filled(texts.payInto, { account: into.filter(Boolean).join(', ') })] : [];
}

function addressLines(address: PrintedAddress | undefined): string[] {
  if (!address) return [];
  const { line1, line2, postalCode, city } = address;
  return [line1, line2, [postalCode, city].filter(Boolean).join(' ')].filter((line): line is string => Boolean(line));
}

/** The post of the sender's country needs no name of its own. */
function foreignCountry(seller: PrintedParty, buyer: PrintedParty, { country }: DocumentWording): string[] {
  if (!buyer.address || buyer.address.country === seller.address?.country) return [];
  return [country(buyer.address.country)];
}

/** As ISO 13616 has IBANs printed. */
const groupsOfFour = (iban: string) => iban.replaceAll(/(.{4})(?=.)/g, '$1\u00A0');

function footerOf(seller: PrintedParty, { texts, country }: DocumentWording): string[][] {
  const { address, registrationNumber, contact, paymentAccount, name } = seller;
  const vatId = vatIdOf(seller);
  const columns = [
    [name, ...addressLines(address), address && country(address.country)],
    [registrationNumber && `${texts.registration} ${registrationNumber}`, vatId && `${texts.vatId} ${vatId}`],
    [contact?.name, contact?.phone && `${texts.phone} ${contact.phone}`, contact?.email],
    paymentAccount
      ? [
          paymentAccount.bankName,
          `IBAN ${groupsOfFour(paymentAccount.iban)}`,
          paymentAccount.bic && `${texts.bic} ${paymentAccount.bic}`,
        ]
      : [],
  ];
  return columns
    .map((lines) => lines.filter((line): line is string => Boolean(line)))
    .filter((lines) => lines.length > 0);
}
