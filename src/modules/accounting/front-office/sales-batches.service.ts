import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isRefusal } from '#kernel/problem.js';
import { actAs, currentActing } from '#platform/database/acting.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { beginInParts, isAboutKey, type PartedCommand } from '#platform/idempotency/command-in-parts.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { type CommitJob, JobKinds, type JobOrder } from '#platform/jobs/job-kinds.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { frontOfficeEvents } from './front-office.events.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import type { RecordSalesInBulk, SaleResultView, SalesBatchSummary, SalesBatchView } from './sales-batches.dto.js';
import { SalesBatchesRepository } from './sales-batches.repository.js';
import { SalesRecording, type Turns } from './sales-recording.service.js';

const JOB = 'accounting.sales_batch';
/** Some seconds of work; whoever sends more is not kept waiting. */
const MOST_AT_ONCE = 50;
/** So many are handed over at once; whoever watches a job is told as often. */
const SALES_AT_ONCE = 25;

/** Sales of one legal entity, as they came. */
type SentBatch = RecordSalesInBulk & { legalEntityId: string };

type PartedSales = PartedCommand<SaleView, SalesBatchView>;

/** Takes many sales, each for itself, written in groups: at once, or as a job that can be begun again at any time. */
@Injectable()
export class SalesBatches implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly jobs: Jobs,
    private readonly sales: SalesRecording,
    private readonly batches: SalesBatchesRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  onModuleInit(): void {
    const perform = (order: JobOrder, commit: CommitJob) => this.perform(order, commit);
    this.kinds.add({ name: JOB, permission: frontOfficePermissions.recordSales, perform });
  }

  async record(
    { legalEntityId: named, sales }: RecordSalesInBulk,
    dryRun: boolean,
    asJob: boolean,
  ): Promise<SalesBatchView | AcceptedJob> {
    const legalEntityId = await this.unitOfWork.read(() => this.legalEntity.resolveActive(named));
    const batch = { legalEntityId, sales };
    const isShort = sales.length <= MOST_AT_ONCE;
    if (dryRun && isShort) return this.recordEach(batch, true);
    if (isShort && !asJob) return this.recordNow(batch);
    return this.jobs.request(JOB, { arguments: { dryRun }, content: Buffer.from(JSON.stringify(batch)) });
  }

  list(request: ListRequest): Promise<Page<SalesBatchSummary>> {
    return this.unitOfWork.read((transaction) => this.batches.list(transaction, request));
  }

  find(id: string): Promise<SalesBatchView> {
    return this.unitOfWork.read((transaction) => this.batches.get(transaction, id));
  }

  /** Each sale is a command of its own, and keeps its answer, so that the same again is answered alike wherever it broke off. */
  private async recordNow(sent: SentBatch): Promise<SalesBatchView> {
    const command = await beginInParts<SaleView, SalesBatchView>(this.unitOfWork, sent.sales.length);
    if (command.answer) return command.answer;
    const batch = await this.recordEach(sent, false, command);
    if (batch.refused === 0) {
      command.markReplayed();
      return batch;
    }
    // As with other requests, the answer to remember is that of something done: what was refused may be sent again.
    if (batch.refused === batch.results.length) return batch;
    return this.unitOfWork.run(frontOfficePermissions.recordSales.name, () => Promise.resolve(batch));
  }

  private async perform({ id, arguments: said, content }: JobOrder, commit: CommitJob): Promise<void> {
    const { dryRun } = said as { dryRun: boolean };
    const sent = JSON.parse(content.toString()) as SentBatch;
    const command = dryRun ? undefined : await this.commandOf(id, content, sent);
    const batch = await this.recordEach(sent, dryRun, command);
    await commit(async (transaction) => {
      const { legalEntityId } = sent;
      const { recorded, existing, refused } = batch;
      await this.batches.insert(transaction, id, legalEntityId, batch);
      const told = { salesBatchId: id, legalEntityId, dryRun, recorded, existing, refused };
      await transaction.publish(frontOfficeEvents.salesBatchEnded, id, told);
      const done = dryRun ? 'would be recorded' : 'were recorded';
      const summary = `${recorded} sales ${done}, ${existing} had been before, ${refused} were refused.`;
      return { id, href: `/v1/accounting/sales-batches/${id}`, summary };
    });
  }

  /** A job that is begun again, where its worker was lost, comes to the same. */
  private commandOf(jobId: string, content: Buffer, { sales }: SentBatch): Promise<PartedSales> {
    const requestHash = createHash('sha256').update(content).digest();
    const acting = { ...currentActing(), idempotency: { key: `job ${jobId}`, requestHash } };
    return actAs(acting, () => beginInParts<SaleView, SalesBatchView>(this.unitOfWork, sales.length));
  }

  private async recordEach(
    { legalEntityId, sales }: SentBatch,
    dryRun: boolean,
    command?: PartedSales,
  ): Promise<SalesBatchView> {
    const results: SaleResultView[] = [];
    const inTurn = oneAfterTheOther();
    // Those of one step leave in few transactions; what is tried each takes a connection, so these come one by one.
    const step = dryRun ? 1 : SALES_AT_ONCE;
    for (let done = 0; done < sales.length; done += step) {
      if (done % SALES_AT_ONCE === 0) await reportProgress({ step: 'recording', done, outOf: sales.length });
      const taken = sales.slice(done, done + step);
      const made = taken.map((sale, at) => {
        const recorded = () => this.recordOne(done + at, { ...sale, legalEntityId }, dryRun, inTurn);
        return command ? command.actAsPart(done + at, recorded) : recorded();
      });
      results.push(...resultsOf(await Promise.allSettled(made)));
    }
    const count = (wanted: SaleResultView['outcome']) => results.filter(({ outcome }) => outcome === wanted).length;
    const counts = { recorded: count('recorded'), existing: count('existing'), refused: count('refused') };
    return { id: null, ...counts, results, createdAt: null };
  }

  /** What is wrong with a sale is told of it; what is wrong here ends the whole, and the same again goes on. */
  private async recordOne(index: number, sale: RecordSale, dryRun: boolean, inTurn: Turns): Promise<SaleResultView> {
    const key = { index, channelCode: sale.channelCode, externalId: sale.externalId };
    try {
      const { outcome, document } = await this.sales.record(sale, dryRun, inTurn);
      const made = { documentId: dryRun && outcome === 'recorded' ? null : document.id, number: document.number };
      return { ...key, outcome, ...made, problemCode: null, detail: null, errors: [] };
    } catch (error) {
      if (!isRefusal(error) || isAboutKey(error)) throw error;
      const errors = error.errors.map((one) => ({ ...one, pointer: `/sales/${index}${one.pointer}` }));
      const nothing = { documentId: null, number: null };
      return { ...key, outcome: 'refused', ...nothing, problemCode: error.code, detail: error.detail, errors };
    }
  }
}

/** Each takes a connection: a batch of new customers would take those of everybody else. */
function oneAfterTheOther(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** All have ended; what is wrong here, and not with a sale, ends the whole. */
function resultsOf(ended: readonly PromiseSettledResult<SaleResultView>[]): SaleResultView[] {
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
