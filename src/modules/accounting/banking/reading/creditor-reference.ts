const spacedReference = /\bRF\d{2}(?: ?[A-Z0-9]){1,21}\b/g;
const digitsInGroups = /(?<![\dA-Z])\d(?: ?\d){26}(?![\dA-Z])/g;

/** Whether the text is a structured creditor reference of ISO 11649: `RF`, two check digits, up to 21 characters. */
function isRfReference(text: string): boolean {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(text)) return false;
  const digits = [...`${text.slice(4)}${text.slice(0, 4)}`].map((one) => Number.parseInt(one, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const row = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** Whether the text is a Swiss reference of 27 digits, the last of which checks the others (modulo 10, recursive). */
function isSwissReference(text: string): boolean {
  if (!/^\d{27}$/.test(text) || /^0+$/.test(text)) return false;
  const carry = Array.from(text.slice(0, -1)).reduce<number>((rest, digit) => row[(rest + Number(digit)) % 10]!, 0);
  return (10 - carry) % 10 === Number(text.at(-1));
}

/** The structured reference that a text names, with or without blanks in it; only what its check digits prove. */
export function findCreditorReference(text: string): string | null {
  for (const [match] of text.toUpperCase().matchAll(spacedReference)) {
    // A word may follow that looks like a part of it, so the longest that its digits prove is taken.
    const parts = match.split(' ');
    for (let count = parts.length; count > 0; count--) {
      const reference = parts.slice(0, count).join('');
      if (isRfReference(reference)) return reference;
    }
  }
  for (const [match] of text.matchAll(digitsInGroups)) {
    const reference = match.replaceAll(' ', '');
    if (isSwissReference(reference)) return reference;
  }
  return null;
}

/** Whether the text has the form of an IBAN and its check digits. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...`${text.slice(4)}${text.slice(0, 4)}`].map((one) => Number.parseInt(one, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
