import { Injectable } from '@nestjs/common';
import type { Letter } from '#platform/exports/letter.js';
import { LetterFiles } from '#platform/exports/letter-files.js';
import type { WrittenFile } from '#platform/exports/written-file.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../../accounting.problems.js';
import type { SalesKind } from '../documents/sales-document.js';
import { SalesDocumentView } from '../documents/sales-documents.dto.js';
import { SalesDocumentsRepository } from '../documents/sales-documents.repository.js';
import { ciiOf } from '../electronic/cii-document.js';
import { composeElectronic } from '../electronic/compose-electronic.js';
import type { ElectronicDocument } from '../electronic/electronic-document.js';
import { type ElectronicFormat, missingMembers } from '../electronic/missing-members.js';
import { ublOf } from '../electronic/ubl-document.js';
import { xmlFile } from '../electronic/xml-file.js';
import { type DocumentLanguage, type DocumentWording, wordingOf } from './document-language.js';
import { letterOf } from './letter-of-document.js';
import { paymentTermsText } from './payment-terms-text.js';
import { withholdingNotes } from './withholding-texts.js';

/** What a file is made of, read from what was frozen when the document was issued. */
interface PrintedDocument {
  document: SalesDocumentView;
  /** The invoice that a credit note takes back. */
  credits: { number: string; issuedOn: string } | undefined;
}

/** Invoices and credit notes as files: for people, and for programs. The same document is the same file at any time. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: SalesDocumentsRepository,
    private readonly letters: LetterFiles,
  ) {}

  async pdf(kind: SalesKind, id: string, language: DocumentLanguage | undefined): Promise<WrittenFile> {
    const { document, credits } = await this.find(kind, id);
    const letter = letterOf(document, credits, wordingOf(language, document.buyer.language));
    return { name: `${document.number}.pdf`, write: (chunk) => this.writePdf(letter, chunk) };
  }

  /** @throws Problem electronic_document_incomplete */
  async ubl(kind: SalesKind, id: string): Promise<WrittenFile> {
    const printed = await this.find(kind, id);
    const wording = wordingOf(undefined, printed.document.buyer.language);
    const file = xmlFile(ublOf(electronicOf(printed, 'ubl', wording)));
    return { name: `${printed.document.number}.xml`, write: (chunk) => chunk(file) };
  }

  /**
   * The PDF with the same in XML within.
   *
   * @throws Problem electronic_document_incomplete
   */
  async facturX(kind: SalesKind, id: string, language: DocumentLanguage | undefined): Promise<WrittenFile> {
    const printed = await this.find(kind, id);
    const { document, credits } = printed;
    const wording = wordingOf(language, document.buyer.language);
    const content = xmlFile(ciiOf(electronicOf(printed, 'factur-x', wording)));
    const letter = { ...letterOf(document, credits, wording), attachment: { ...attachment, content } };
    return { name: `${document.number}.pdf`, write: (chunk) => this.writePdf(letter, chunk) };
  }

  private find(kind: SalesKind, id: string): Promise<PrintedDocument> {
    return this.unitOfWork.read(async (transaction) => {
      const document = SalesDocumentView.from(await this.documents.get(transaction, kind, id));
      const { creditsInvoiceId } = document;
      if (creditsInvoiceId === null) return { document, credits: undefined };
      const { number, issuedOn } = await this.documents.get(transaction, 'invoice', creditsInvoiceId);
      return { document, credits: { number, issuedOn } };
    });
  }

  private async writePdf(letter: Letter, chunk: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    await chunk(await this.letters.pdf(letter));
  }
}

/** Factur-X 1.0, table 3: how the file within is called. */
const attachment = {
  name: 'factur-x.xml',
  mediaType: 'text/xml',
  description: 'Factur-X',
  conformanceLevel: 'EN 16931',
} as const;

/** @throws Problem electronic_document_incomplete, with all that is missing */
function electronicOf(
  { document, credits }: PrintedDocument,
  format: ElectronicFormat,
  wording: DocumentWording,
): ElectronicDocument {
  const faults = missingMembers(document, format);
  if (faults.length > 0) {
    const detail =
      faults.length === 1 ? faults[0]!.message : `${faults.length} members are missing or of no such form; see errors.`;
    throw accountingProblems.electronic_document_incomplete(detail, faults.slice(0, 100));
  }
  const written = [document.note, document.reason].filter((note) => note !== null);
  const notes = [...written, ...withholdingNotes(document, wording)];
  return composeElectronic(document, { credits, notes, terms: paymentTermsText(document, wording).join('\n') });
}
