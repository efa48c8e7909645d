import { Choice } from '#platform/http/fields/fields.js';
import { type DocumentLanguage, documentLanguages } from './document-language.js';

export class PrintDocumentQuery {
  @Choice(documentLanguages, {
    name: 'DocumentLanguage',
    optional: true,
    example: 'de',
    description:
      'What it is written in; the language of the buyer where left out, English where there is no such form.',
  })
  language?: DocumentLanguage;
}
