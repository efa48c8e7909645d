/** The caller's language as `Accept-Language` ranks them (RFC 9110, section 12.5.4), of those whose numbers are known here. */
export function acceptedLocale(header: string | undefined): string | undefined {
  const ranges = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((one) => one.trim());
    const quality = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    return { tag, quality: Number(quality) };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality);
  return wanted.find(({ tag }) => isKnown(tag))?.tag;
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Writes decimal text with thousands apart, exactly: no floating-point number is made of it. */
export function amountFormat(locale: string | undefined): (text: string) => string {
  const formats = new Map<number, Intl.NumberFormat>();
  const formatOf = (digits: number) => {
    const known = formats.get(digits);
    if (known) return known;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: 'latn' };
    const made = new Intl.NumberFormat(locale ?? 'en', options);
    formats.set(digits, made);
    return made;
  };
  return (text) => {
    const digits = text.split('.', 2)[1]?.length ?? 0;
    const written = formatOf(digits).format(text as Intl.StringNumericLiteral);
    // Without a language, the thin space and the point of ISO 80000-1, which no country reads in another way.
    return locale === undefined ? written.replaceAll(',', '\u202F') : written;
  };
}
