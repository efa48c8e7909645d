import type { LetterAttachment } from '../letter.js';

/** What pdfkit does when the document ends, and the metadata that it writes then; its typings do not name them. */
interface ArchivedDocument {
  appendXML(xml: string): void;
  info: Record<string, unknown>;
  endMetadata(): void;
}

const FX = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

/** Puts the file into the document as an alternative of what is shown (ISO 19005-3, annex E). */
export function attach(
  document: PDFKit.PDFDocument,
  { name, mediaType, description, content }: LetterAttachment,
  on: Date,
) {
  // Its typings do not know the relationship.
  const options = {
    name,
    type: mediaType,
    description,
    creationDate: on,
    modifiedDate: on,
    relationship: 'Alternative',
  };
  document.file(Buffer.from(content), options);
}

/** Says in the metadata what the file within is (Factur-X 1.0, chapter 6). */
export function describeArchive(document: PDFKit.PDFDocument, { name, conformanceLevel }: LetterAttachment): void {
  const archived = document as unknown as ArchivedDocument;
  archived.appendXML(describedProperties + facturX(name, conformanceLevel));
  const end = archived.endMetadata.bind(archived);
  // Written into XML as they are, names with "&" would break it.
  archived.endMetadata = () => {
    const { info } = archived;
    archived.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]));
    end();
    archived.info = info;
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll(/[&<>]/g, (character) => escapes[character]!) : value;

const facturX = (name: string, level: string) => `
  <rdf:Description rdf:about="" xmlns:fx="${FX}">
    <fx:DocumentType>INVOICE</fx:DocumentType>
    <fx:DocumentFileName>${name}</fx:DocumentFileName>
    <fx:Version>1.0</fx:Version>
    <fx:ConformanceLevel>${level}</fx:ConformanceLevel>
  </rdf:Description>`;

const property = (name: string, description: string) => `
          <rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>${name}</pdfaProperty:name>
            <pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>external</pdfaProperty:category>
            <pdfaProperty:description>${description}</pdfaProperty:description>
          </rdf:li>`;

/** PDF/A takes no property that it does not know, unless the document describes it (ISO 19005-3, 6.6.2.3.3). */
const describedProperties = `
  <rdf:Description rdf:about=""
      xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas>
      <rdf:Bag>
        <rdf:li rdf:parseType="Resource">
          <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>${FX}</pdfaSchema:namespaceURI>
          <pdfaSchema:prefix>fx</pdfaSchema:prefix>
          <pdfaSchema:property>
            <rdf:Seq>${property('DocumentFileName', 'The name of the embedded XML document')}${property('DocumentType', 'The type of the hybrid document in capital letters')}${property('Version', 'The version of the XML schema of the embedded document')}${property('ConformanceLevel', 'The profile of the embedded document')}
            </rdf:Seq>
          </pdfaSchema:property>
        </rdf:li>
      </rdf:Bag>
    </pdfaExtension:schemas>
  </rdf:Description>`;
