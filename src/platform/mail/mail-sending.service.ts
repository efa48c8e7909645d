import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { Configuration } from '../config/configuration.js';
import { type Acting, actAs, SYSTEM_ACTOR } from '../database/acting.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';
import { isMailAddress, type MailAddress, readMailAddress } from './mail-address.js';
import { type HeldMail, MailAttempts, type MailOutcome } from './mail-attempts.repository.js';
import { MailKinds } from './mail-kinds.js';
import { type MailMessage, MailRefused, MailTransport } from './mail-transport.js';
import { type RenderedMail, renderMail } from './render-mail.js';

/** With the queue's pauses, which grow to six hours, the last one is made about a day after the first. */
const MOST_ATTEMPTS = 13;

const ACTION = 'platform.mail.send';

/** The attempt failed for a reason that may pass; the queue makes another one. */
class MailWaits extends Error {}

interface MailAttempt {
  number: number;
  message: MailMessage;
}

/** Sends a mail: as soon as its cause is committed, again where that failed, and as long as there is something to say. */
@Injectable()
export class MailSending implements OnModuleInit {
  private readonly from: MailAddress;

  constructor(
    { environment }: Configuration,
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: MailKinds,
    private readonly attempts: MailAttempts,
    private readonly transport: MailTransport,
  ) {
    this.from = readMailAddress(environment.MAIL_FROM)!;
  }

  onModuleInit(): void {
    this.tasks.addQueued({
      name: 'send_mail',
      run: ({ organizationId, mailId }) => actAs(systemIn(organizationId), () => this.send(mailId as string)),
    });
  }

  /** @throws Error where the queue is to try it again */
  private async send(id: string): Promise<void> {
    const attempt = await this.unitOfWork.run(ACTION, (transaction) => this.begin(transaction, id));
    if (!attempt) return;
    const outcome = await this.attempt(attempt);
    await this.unitOfWork.run(ACTION, (transaction) => this.attempts.settle(transaction, id, attempt.number, outcome));
    if (outcome.state === 'queued') throw new MailWaits(`The mail is tried again: ${outcome.error}`);
  }

  /** What is sent is read when it is sent; the transaction is over before. */
  private async begin(transaction: Transaction, id: string): Promise<MailAttempt | undefined> {
    const mail = await this.attempts.hold(transaction, id);
    if (!mail) return undefined;
    const outcome = obstacleOf(mail) ?? (await this.compose(transaction, mail));
    if ('state' in outcome) {
      await this.attempts.settle(transaction, id, mail.attempts, outcome);
      return undefined;
    }
    const message = { id, from: this.from, to: mail.address, date: mail.createdAt, ...outcome };
    return { number: await this.attempts.begin(transaction, mail), message };
  }

  /** What is to be sent; of a test organization nothing is, but what concerns the person. */
  private async compose(transaction: Transaction, mail: HeldMail): Promise<RenderedMail | MailOutcome> {
    const kind = this.kinds.get(mail.kind);
    if (!kind) return { state: 'failed', error: 'kind_unknown' };
    const content = await kind.compose(transaction, mail);
    if (!content) return { state: 'cancelled', error: 'cause_is_over' };
    const rendered = renderMail(content, mail.language);
    if (!mail.isOrganizationTest || content.isPersonal) return rendered;
    await this.attempts.capture(transaction, mail, rendered);
    return { state: 'captured' };
  }

  private async attempt({ number, message }: MailAttempt): Promise<MailOutcome> {
    try {
      await this.transport.send(message);
      return { state: 'sent' };
    } catch (error) {
      const isFinal = error instanceof MailRefused || number >= MOST_ATTEMPTS;
      return { state: isFinal ? 'failed' : 'queued', error: (error as Error).message.slice(0, 200) || 'unknown' };
    }
  }
}

/** Why there is nothing to send, or no way to. */
function obstacleOf(mail: HeldMail): MailOutcome | undefined {
  if (!mail.isOrganizationActive) return { state: 'cancelled', error: 'organization_closed' };
  if (!mail.isPersonActive) return { state: 'cancelled', error: 'person_disabled' };
  if (!isMailAddress(mail.address)) return { state: 'failed', error: 'address_not_usable' };
  // Its worker was lost during the last one.
  if (mail.attempts >= MOST_ATTEMPTS) return { state: 'failed', error: 'given_up' };
  return undefined;
}

function systemIn(organizationId: string): Acting {
  return { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
}
