/** What of accounting can be approved; the database looks policies up under these names. */
export const ENTRY_APPROVAL = 'journal_entry';
export const PERIOD_REOPENING = 'fiscal_period_reopening';
export const YEAR_REOPENING = 'fiscal_year_reopening';
