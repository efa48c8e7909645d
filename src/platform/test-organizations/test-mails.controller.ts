import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '../access-log/recorded.decorator.js';
import { IdParam } from '../http/id-param.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { ProblemResponses } from '../http/openapi/operation-marks.js';
import { Requires } from '../permissions/requires.decorator.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';
import { TestMailList, type TestMailView, WholeTestMailView } from './test-mails.dto.js';
import { testMailList } from './test-mails.list.js';
import { TestMails } from './test-mails.service.js';

@ApiTags('test')
@Controller('v1/test/mails')
export class TestMailsController {
  constructor(private readonly mails: TestMails) {}

  @Get()
  @Requires(testOrganizationPermissions.readTestMails)
  @ProblemResponses(409)
  @Recorded('platform.captured_mail')
  @ApiOperation({
    operationId: 'listTestMails',
    summary: 'List the mails that a test organization has kept',
    description:
      'Mails of a test organization are kept instead of sent: the newest thousand, for thirty days. What concerns a person’s own account, such as the reset of a password, is sent and not kept. A live organization answers 409.',
  })
  @ApiList(testMailList, TestMailList)
  list(@ListQuery(testMailList) query: ListRequest): Promise<Page<TestMailView>> {
    return this.mails.list(query);
  }

  @Get(':id')
  @Requires(testOrganizationPermissions.readTestMails)
  @Recorded('platform.captured_mail')
  @ApiOperation({
    operationId: 'getTestMail',
    summary: 'Read a mail that a test organization has kept',
    description: 'All that it says, with the links and tokens in it. A live organization keeps none.',
  })
  @ApiOkResponse({ type: WholeTestMailView })
  get(@IdParam() id: string): Promise<WholeTestMailView> {
    return this.mails.find(id);
  }
}
