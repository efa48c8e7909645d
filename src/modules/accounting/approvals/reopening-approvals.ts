import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type ApprovableSubject,
  ApprovableSubjects,
  type ApprovedRequest,
} from '#platform/approvals/approvable-subjects.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { FiscalPeriodsService } from '../calendar/fiscal-periods.service.js';
import { nameOf } from '../calendar/period-transitions.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { YearEndReopeningService } from '../year-end/year-end-reopening.service.js';
import { PERIOD_REOPENING, YEAR_REOPENING } from '../accounting.approval-kinds.js';

/** Fiscal periods and years that are opened again by an approval. */
@Injectable()
export class ReopeningApprovals implements OnModuleInit {
  constructor(
    private readonly subjects: ApprovableSubjects,
    private readonly periods: FiscalPeriodsService,
    private readonly years: YearEndReopeningService,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  onModuleInit(): void {
    this.subjects.add({
      ...this.reopening,
      kind: PERIOD_REOPENING,
      words: 'the reopening of a fiscal period',
      title: { en: 'Reopening of a fiscal period', de: 'Wiedereröffnung einer Periode' },
      submit: accountingPermissions.managePeriods,
      load: async (transaction, id, { reason }) => {
        const period = await this.periods.holdForReopening(transaction, id);
        const { legalEntityId, startsOn, endsOn, isAdjustment, version } = period;
        const content = { fiscalPeriodId: id, legalEntityId, startsOn, endsOn, isAdjustment, version, reason };
        return { ...noAmount, title: `Reopen: ${nameOf(period)}`, legalEntityId, content };
      },
      release: (transaction, request) => this.periods.reopenApproved(transaction, request.subjectId, reasonOf(request)),
    });
    this.subjects.add({
      ...this.reopening,
      kind: YEAR_REOPENING,
      words: 'the reopening of a fiscal year',
      title: { en: 'Reopening of a fiscal year', de: 'Wiedereröffnung eines Geschäftsjahres' },
      submit: accountingPermissions.closeYears,
      load: async (transaction, id, { reason }) => {
        const year = await this.years.holdForReopening(transaction, id);
        const { legalEntityId, startsOn, endsOn, closingEntryId, version } = year;
        const content = { fiscalYearId: id, legalEntityId, startsOn, endsOn, closingEntryId, version, reason };
        return { ...noAmount, title: `Reopen: The fiscal year ${startsOn} to ${endsOn}`, legalEntityId, content };
      },
      release: (transaction, request) => this.years.reopenApproved(transaction, request.subjectId, reasonOf(request)),
    });
  }

  private get reopening(): Pick<ApprovableSubject, 'hasAmount' | 'makesResult' | 'needsReason' | 'requireLegalEntity'> {
    return {
      hasAmount: false,
      makesResult: false,
      needsReason: true,
      requireLegalEntity: async (id) => void (await this.legalEntity.resolve(id)),
    };
  }
}

const noAmount = { amount: null, currency: null, recordType: null };

/** It is asked for with one, which becomes that of the record. */
const reasonOf = ({ reason }: ApprovedRequest) => reason!;
