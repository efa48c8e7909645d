import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../http/id-param.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { mailPermissions } from './mail.permissions.js';
import { MailList, MailView } from './mails.dto.js';
import { mailList } from './mails.list.js';
import { Mails } from './mails.service.js';

@ApiTags('mails')
@Controller('v1/mails')
export class MailsController {
  constructor(private readonly mails: Mails) {}

  @Get()
  @Requires(mailPermissions.readMails)
  @ApiOperation({
    operationId: 'listMails',
    summary: 'List mails',
    description:
      'What the organization has sent and is about to send, the newest first; never what the mails say. They are kept for 90 days unless `updateRetention` sets another age.',
  })
  @ApiList(mailList, MailList)
  list(@ListQuery(mailList) query: ListRequest): Promise<Page<MailView>> {
    return this.mails.list(query);
  }

  @Get(':id')
  @Requires(mailPermissions.readMails)
  @ApiOperation({
    operationId: 'getMail',
    summary: 'Read what became of a mail',
    description: 'To whom it goes, whether it was sent, and what the mail server said last.',
  })
  @ApiOkResponse({ type: MailView })
  get(@IdParam() id: string): Promise<MailView> {
    return this.mails.find(id);
  }
}
