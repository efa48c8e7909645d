import { execFile } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** What a reader finds in a PDF. */
export interface PdfContent {
  /** Texts of each page, in the order in which they were written. */
  pages: string[][];
  title: string;
  /** Width and height of the first page, in points. */
  size: [number, number];
}

// The reader is an ES module that Jest cannot load, so it runs beside it.
const program = `
  import { buffer } from 'node:stream/consumers';
  // For drawing alone, which asks for a canvas that is not here.
  globalThis.DOMMatrix ??= class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = new Uint8Array(await buffer(process.stdin));
  const file = await getDocument({ data, verbosity: 0 }).promise;
  const pages = [];
  for (let at = 1; at <= file.numPages; at++) {
    const { items } = await (await file.getPage(at)).getTextContent();
    pages.push(items.map(({ str }) => str).filter((text) => text.trim() !== ''));
  }
  const { info } = await file.getMetadata();
  const { width, height } = (await file.getPage(1)).getViewport({ scale: 1 });
  console.log(JSON.stringify({ pages, title: info.Title, size: [width, height] }));
`;

export async function readPdf(body: Uint8Array): Promise<PdfContent> {
  const reader = execFile(process.execPath, ['--input-type=module', '--eval', program]);
  reader.stdin!.end(body);
  const [output, errors] = await Promise.all([buffer(reader.stdout!), buffer(reader.stderr!)]);
  if (!output.includes('{')) throw new Error(errors.toString());
  // Before it, the reader says that it could not draw.
  return JSON.parse(output.toString().trim().split('\n').at(-1)!) as PdfContent;
}
