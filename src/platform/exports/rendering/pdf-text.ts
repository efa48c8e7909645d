import { createRequire } from 'node:module';
// Its typings have the default export alone.
// oxlint-disable-next-line import/no-named-as-default
import PDFDocument from 'pdfkit';

const fonts = createRequire(import.meta.url);
// One family with Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic letters; what is used of it is embedded.
const files = {
  plain: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
} as const;

export type Weight = keyof typeof files;

/** The document with its page format; the first page is still to be added. */
export function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    // One that it opens by itself it would not know again by the name given below, and open for every cell.
    font: '',
    ...options,
  });
  for (const [weight, file] of Object.entries(files)) document.registerFont(weight, fonts.resolve(file));
  return document;
}

/** What pdfkit keeps of the font in use; its typings do not name it. */
interface FontInUse {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

const REPLACEMENT = '\uFFFD';

/**
 * Text in one line as the fonts can show it: a character that they do not have is shown as a replacement, so that nobody
 * takes the rest for the whole.
 */
export class ShownText {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly document: PDFKit.PDFDocument) {}

  of(text: string): string {
    return Array.from(text.replaceAll(/\p{Cc}/gu, ' '), (character) => {
      return this.has(character) ? character : REPLACEMENT;
    }).join('');
  }

  private has(character: string): boolean {
    let known = this.known.get(character);
    if (known === undefined) {
      this.document.font('plain');
      // oxlint-disable-next-line no-underscore-dangle
      const { font } = (this.document as unknown as FontInUse)._font;
      known = font.hasGlyphForCodePoint(character.codePointAt(0)!);
      this.known.set(character, known);
    }
    return known;
  }
}
