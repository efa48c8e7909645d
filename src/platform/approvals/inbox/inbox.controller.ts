import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../permissions/requires.decorator.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { InboxQuery, InboxView } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Requires(approvalPermissions.takePart)
  @ApiOperation({
    operationId: 'getInbox',
    summary: 'Read the own inbox',
    description:
      'What waits for the decision of the signed-in person now: by name, by role, by escalation, or because somebody delegated to them. An item is gone once they have decided, the step has its quorum, or the request has ended.',
  })
  @ApiOkResponse({ type: InboxView })
  get(@Query() query: InboxQuery): Promise<InboxView> {
    return this.inbox.read(query);
  }
}
