import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../../contract/ledger-posting.js';
import { bearsTaxes, EntryTaxes, type EntryTaxFacts } from '../../journal/entry-taxes.js';
import type { PlannedEntry } from '../../journal/planned-entry.js';
import type { TaxCodeRow } from '../codes/tax-code.js';
import { TaxCodesRepository } from '../codes/tax-codes.repository.js';
import { insertOf, type NewTaxLine } from '../lines/tax-lines.repository.js';
import { expandEntryTaxes } from './expand-entry-taxes.js';

type KnownCodes = ReadonlyMap<string, TaxCodeRow>;

/** The taxes of entries that no document posts: their lines name them. */
@Injectable()
export class EntryTaxesService extends EntryTaxes {
  constructor(private readonly taxCodes: TaxCodesRepository) {
    super();
  }

  async load(transaction: Transaction, requests: readonly PostingRequest[]): Promise<EntryTaxFacts> {
    const named = new Map<string, Set<string>>();
    for (const { legalEntityId, lines } of requests.filter(bearsTaxes)) {
      const codes = named.get(legalEntityId) ?? new Set();
      named.set(legalEntityId, codes);
      for (const { taxes } of lines) taxes?.taxCodes.forEach((code) => codes.add(code));
    }
    const known = new Map<string, KnownCodes>();
    for (const [legalEntityId, codes] of named) {
      known.set(legalEntityId, await this.codesOf(transaction, legalEntityId, [...codes]));
    }
    return {
      accounts: [...known].flatMap(([legalEntityId, codes]) =>
        [...codes.values()].flatMap(({ outputAccountCode, inputAccountCode }) =>
          [outputAccountCode, inputAccountCode].flatMap((accountCode) =>
            accountCode === null ? [] : [{ legalEntityId, accountCode }],
          ),
        ),
      ),
      expand: (request, functional, pointer) =>
        expandEntryTaxes(request, functional, known.get(request.legalEntityId) ?? new Map(), pointer),
    };
  }

  statementOf(
    organizationId: string,
    entries: readonly PlannedEntry[],
  ): { statement: Statement; values: unknown[] } | undefined {
    // What a reversal takes back, the database writes.
    const lines = entries.filter(({ reversalOf }) => reversalOf === null).flatMap(taxLinesOf);
    return lines.length === 0 ? undefined : insertOf(organizationId, lines);
  }

  /** With what groups among them consist of. */
  private async codesOf(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<KnownCodes> {
    const known = await this.taxCodes.byCode(transaction, legalEntityId, codes);
    const parts = [...known.values()].flatMap(({ components }) => components.map(({ code }) => code));
    return new Map([...(await this.taxCodes.byCode(transaction, legalEntityId, parts)), ...known]);
  }
}

const taxLinesOf = ({ id, legalEntityId, taxes }: PlannedEntry): NewTaxLine[] =>
  taxes.map(({ taxCode: _code, currency, ...tax }) => {
    return { ...tax, legalEntityId, entryId: id, currency: currency.code, document: null };
  });
