/** Where electronic documents of somebody go: an id of a scheme of the list EAS (BT-34 and BT-49 of EN 16931). */
export interface ElectronicAddress {
  scheme: string;
  id: string;
}

/** Electronic Address Scheme list of the European Commission, of the schemes that are in use. */
export const electronicAddressSchemes = [
  '0002',
  '0007',
  '0009',
  '0037',
  '0060',
  '0088',
  '0096',
  '0097',
  '0106',
  '0130',
  '0135',
  '0142',
  '0151',
  '0177',
  '0183',
  '0184',
  '0188',
  '0190',
  '0191',
  '0192',
  '0193',
  '0195',
  '0196',
  '0198',
  '0199',
  '0200',
  '0201',
  '0202',
  '0204',
  '0208',
  '0209',
  '0210',
  '0211',
  '0212',
  '0213',
  '0215',
  '0216',
  '0218',
  '0221',
  '0230',
  '0235',
  '9910',
  '9913',
  '9914',
  '9915',
  '9918',
  '9919',
  '9920',
  '9922',
  '9923',
  '9924',
  '9925',
  '9926',
  '9927',
  '9928',
  '9929',
  '9930',
  '9931',
  '9932',
  '9933',
  '9934',
  '9935',
  '9936',
  '9937',
  '9938',
  '9939',
  '9940',
  '9941',
  '9942',
  '9943',
  '9944',
  '9945',
  '9946',
  '9947',
  '9948',
  '9949',
  '9950',
  '9951',
  '9952',
  '9953',
  '9957',
  '9959',
  'EM',
] as const;

/** What is wrong with the id, where the rules of Peppol prove ids of its scheme (PEPPOL-COMMON-R040 to R043). */
export function electronicAddressFault({ scheme, id }: ElectronicAddress): string | undefined {
  if (scheme === 'EM')
    return /^[^@\s]+@[^@\s]+$/.test(id) ? undefined : 'Addresses of the scheme EM are those of mail.';
  const proof = proofs[scheme];
  return !proof || proof.isValid(id) ? undefined : proof.message;
}

const proofs: Readonly<Record<string, { isValid: (id: string) => boolean; message: string }>> = {
  '0007': {
    isValid: (id) => /^[0-9]{10}$/.test(id) && luhn(id),
    message: 'A number of the Swedish register (0007) has ten digits, the last of which proves the others.',
  },
  '0088': {
    isValid: (id) => /^[0-9]{2,}$/.test(id) && endsInCheckDigitOf(id),
    message: 'A location number of GS1 (0088) has digits only, the last of which proves the others.',
  },
  '0192': {
    isValid: (id) => /^[0-9]{9}$/.test(id) && modulo11(id),
    message: 'A number of the Norwegian register (0192) has nine digits, the last of which proves the others.',
  },
  '0208': {
    isValid: (id) => /^[01][0-9]{9}$/.test(id) && 97 - (Number(id.slice(0, 8)) % 97) === Number(id.slice(8)),
    message: 'A number of the Belgian register (0208) has ten digits, the last two of which prove the others.',
  },
};

const digitsOf = (text: string) => Array.from(text, Number);

/** GS1 General Specifications, 7.9: weights 3 and 1 in turn, from the right. */
function endsInCheckDigitOf(id: string): boolean {
  const digits = digitsOf(id).reverse();
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === digits[0];
}

/** ISO/IEC 7812-1, annex B. */
function luhn(id: string): boolean {
  const doubled = digitsOf(id)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)));
  return doubled.reduce((total, digit) => total + digit, 0) % 10 === 0;
}

function modulo11(id: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  const total = digitsOf(id).reduce((sum, digit, index) => sum + digit * weights[index]!, 0);
  return total % 11 === 0;
}
