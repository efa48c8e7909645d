import { integrityChecks } from '#modules/accounting/annotations/../reports/integrity-checks.js';
