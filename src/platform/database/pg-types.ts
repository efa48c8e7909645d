import pg from 'pg';

const DATE = 1082;

/** Calendar dates stay text (`2026-01-31`): the driver would make local midnights of them. Numeric is text by default. */
pg.types.setTypeParser(DATE, (text) => text);
