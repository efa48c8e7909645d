const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const chunkLength = 8192;

const unitOfByte = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 128 ? byte : upperHalf.charCodeAt(byte - 128),
);
const byteOfUnit = new Map(Array.from(unitOfByte, (unit, byte) => [unit, byte] as const));

/** Text of bytes in IBM code page 437, which SIE calls `PC8`. Every byte has a character, so nothing is lost. */
export function decodeCodePage437(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) units[index] = unitOfByte[bytes[index]!]!;
  const chunks: string[] = [];
  // As arguments a typed array is passed on as it is; spreading it would copy it number by number.
  for (let start = 0; start < units.length; start += chunkLength) {
    const chunk = units.subarray(start, start + chunkLength);
    chunks.push(Reflect.apply(String.fromCharCode, String, chunk) as string);
  }
  return chunks.join('');
}

/** Bytes of text in IBM code page 437. Throws a `RangeError` for a character that the code page does not have. */
export function encodeCodePage437(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const byte = byteOfUnit.get(text.charCodeAt(index));
    if (byte === undefined) throw new RangeError(`code page 437 has no ${JSON.stringify(text[index])}`);
    bytes[index] = byte;
  }
  return bytes;
}

/** Whether text may have the character; controls are none of it. */
export function codePage437Has(character: string): boolean {
  const byte = character.length === 1 ? byteOfUnit.get(character.charCodeAt(0)) : undefined;
  return byte !== undefined && byte >= 0x20 && byte !== 0x7f;
}

/** All characters that text may have. */
export const codePage437Characters: string = Array.from(unitOfByte, (unit) => String.fromCharCode(unit))
  .filter(codePage437Has)
  .join('');
