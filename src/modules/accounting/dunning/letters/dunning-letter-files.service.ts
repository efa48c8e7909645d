import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { LetterFiles } from '#platform/exports/letter-files.js';
import type { WrittenFile } from '#platform/exports/written-file.js';
import { DunningLettersRepository } from './dunning-letters.repository.js';
import { printedLetter } from './printed-letter.js';

/** Dunning letters as files to be sent. */
@Injectable()
export class DunningLetterFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: DunningLettersRepository,
    private readonly files: LetterFiles,
  ) {}

  /** @throws Problem not_found */
  async pdf(id: string): Promise<WrittenFile> {
    const letter = await this.unitOfWork.read((transaction) => this.letters.get(transaction, id));
    const name = `dunning-${letter.partyNumber.replaceAll(/[^\w-]/g, '-')}-${letter.issuedOn}.pdf`;
    return { name, write: async (chunk) => chunk(await this.files.pdf(printedLetter(letter))) };
  }
}
