import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ClockWalk } from './clock-walk.service.js';
import { ClockWalks } from './clock-walks.repository.js';
import { TestClockController } from './test-clock.controller.js';
import { TestClock } from './test-clock.service.js';
import { TestMailsController } from './test-mails.controller.js';
import { TestMails } from './test-mails.service.js';
import { TestResetController } from './test-reset.controller.js';
import { TestReset } from './test-reset.service.js';

/** What only test organizations have: a clock that is advanced, mails that are kept, and a way to start anew. */
@Module({
  imports: [OrganizationsModule],
  controllers: [TestClockController, TestMailsController, TestResetController],
  providers: [ClockWalk, ClockWalks, TestClock, TestMails, TestReset],
})
export class TestOrganizationsModule {}
