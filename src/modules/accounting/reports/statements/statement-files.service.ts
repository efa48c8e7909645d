import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { LetterFiles } from '#platform/exports/letter-files.js';
import type { WrittenFile } from '#platform/exports/written-file.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { PartyLedgerService } from '../party-ledger.service.js';
import { printedStatement } from './printed-statement.js';
import { StatementReader } from './statement.reader.js';
import type { PrintStatementQuery } from './statements.dto.js';

/** Statements of account as letters to be sent. */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: PartyLedgerService,
    private readonly correspondents: StatementReader,
    private readonly letters: LetterFiles,
    private readonly clock: OrganizationClock,
  ) {}

  /** @throws Problem not_found; invalid_parameter where the range is reversed or has too many lines */
  async pdf(id: string, { language, control, ...asked }: PrintStatementQuery): Promise<WrittenFile> {
    const statement = await this.unitOfWork.read(async (transaction) => {
      const legalEntityId = await this.correspondents.legalEntityOf(transaction, id);
      const to = asked.to ?? (await this.clock.today(transaction));
      const from = asked.from ?? `${to.slice(0, 8)}01`;
      const query = { from, to, legalEntityId, partyId: id, ...(control && { control }) };
      const ledger = await this.ledgers.view(transaction, query);
      return { ledger, ...(await this.correspondents.read(transaction, ledger)) };
    });
    const { partyNumber, from, to } = statement.ledger;
    return {
      name: `statement-${partyNumber.replaceAll(/[^\w-]/g, '-')}-${from}-${to}.pdf`,
      write: async (chunk) => chunk(await this.letters.pdf(printedStatement(statement, language))),
    };
  }
}
