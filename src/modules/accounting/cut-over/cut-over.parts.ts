import { KnownPartiesRepository } from './parties/known-parties.repository.js';
import { PartyImport } from './parties/party-import.service.js';
import { PartyImportUndo } from './parties/party-import-undo.service.js';
import { RecordImportRequests } from './record-import-requests.service.js';
import { RecordImportUndo } from './record-import-undo.service.js';
import { RecordImporting } from './record-importing.service.js';
import { RecordImportsController } from './record-imports.controller.js';
import { RecordImportsRepository } from './record-imports.repository.js';
import { KnownRecurringRepository } from './recurring/known-recurring.repository.js';
import { RecurringImport } from './recurring/recurring-import.service.js';
import { RecurringImportUndo } from './recurring/recurring-import-undo.service.js';

/** What the accounting module takes in of records of the books before. */
export const cutOverParts = {
  controllers: [RecordImportsController],
  providers: [
    KnownPartiesRepository,
    KnownRecurringRepository,
    PartyImport,
    PartyImportUndo,
    RecordImportRequests,
    RecordImportUndo,
    RecordImporting,
    RecordImportsRepository,
    RecurringImport,
    RecurringImportUndo,
  ],
};
