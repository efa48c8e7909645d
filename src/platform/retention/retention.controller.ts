import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../http/etag.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { RetentionPreviewQuery, RetentionPreviewView, RetentionView, UpdateRetention } from './retention.dto.js';
import { retentionPermissions } from './retention.permissions.js';
import { RetentionService } from './retention.service.js';

@ApiTags('administration')
@Controller('v1/administration/retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @Requires(retentionPermissions.readRetention)
  @ApiOperation({
    operationId: 'getRetention',
    summary: 'Read how long records of the operation are kept',
    description:
      'Days, after which a nightly job forgets what is older. Books, their documents and the audit trail are kept for good, login histories for 180 days.',
  })
  @Versioned()
  @ApiOkResponse({ type: RetentionView })
  get(): Promise<RetentionView> {
    return this.retention.find();
  }

  @Patch()
  @Requires(retentionPermissions.manageRetention)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateRetention',
    summary: 'Change how long records of the operation are kept',
    description:
      'From the next night on, also for what is there already; what has gone does not come back. Fields that are left out stay as they are. Look at the preview before an age is shortened.',
  })
  @Versioned()
  @ApiOkResponse({ type: RetentionView })
  update(@IfMatch() version: number, @Body() body: UpdateRetention): Promise<RetentionView> {
    return this.retention.update(version, body);
  }

  @Get('preview')
  @Requires(retentionPermissions.readRetention)
  @ApiOperation({
    operationId: 'getRetentionPreview',
    summary: 'Count what is old enough to go',
    description:
      'How much of each class the nightly jobs would forget if they ran now: by the ages that are set, and by those of the query where it has some.',
  })
  @ApiOkResponse({ type: RetentionPreviewView })
  preview(@Query() query: RetentionPreviewQuery): Promise<RetentionPreviewView> {
    return this.retention.preview(query);
  }
}
