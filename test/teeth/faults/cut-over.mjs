const migration = 'migrations/1764400230000-accounting-record-import.ts';
const itemsMigration = 'migrations/1764400270000-accounting-imported-items.ts';
const itemSpecs = ['test/accounting/ledger-imported-items.spec.ts'];
const specs = ['test/accounting/ledger-record-imports.spec.ts'];

/** What keeps what an import brought from being taken back under those who build on it. */
export const cutOverFaults = [
  {
    name: 'undone-import-of-named-parties',
    breaks: 'An import is undone although something names a party that it made.',
    file: migration,
    from: 'PERFORM FROM accounting.references_to_parties(NEW.organization_id, parties);',
    to: "PERFORM FROM accounting.references_to_parties(NEW.organization_id, '{}');",
    specs,
  },
  {
    name: 'recurring-invoice-taken-over-twice',
    breaks: 'Two imports take over the same recurring invoice.',
    file: migration,
    from: 'AND r.legal_entity_id = NEW.legal_entity_id AND r.key = NEW.key',
    to: 'AND r.legal_entity_id = NEW.legal_entity_id AND r.key <> NEW.key',
    specs,
  },
  {
    name: 'undone-import-of-used-recurring',
    breaks: 'A recurring invoice of an import is ended after something came of it.',
    file: migration,
    from: 'WHERE run.organization_id = i.organization_id AND run.recurring_id = i.id));',
    to: 'WHERE run.organization_id = i.organization_id AND run.recurring_id = i.party_id));',
    specs,
  },
  {
    name: 'open-item-brought-twice',
    breaks: 'Two imports bring the same document of a party.',
    file: itemsMigration,
    from: 'HAVING count(DISTINCT s.entry_id) > 1 AND',
    to: 'HAVING count(DISTINCT s.entry_id) > 2 AND',
    specs: itemSpecs,
  },
  {
    name: 'open-items-brought-at-once',
    breaks: 'Two imports at a time bring the same document of a party.',
    file: itemsMigration,
    from: "concat_ws('/', 'accounting.import', one.organization_id, one.legal_entity_id)",
    to: "concat_ws('/', 'accounting.import', one.imports)",
    specs: itemSpecs,
  },
];
