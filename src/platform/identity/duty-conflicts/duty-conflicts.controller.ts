import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { DutyHolderList, type DutyHolderView } from './duty-conflicts.dto.js';
import { dutyConflictList } from './duty-conflicts.list.js';
import { DutyConflictsService } from './duty-conflicts.service.js';

@ApiTags('identity')
@Controller('v1/identity/duty-conflicts')
export class DutyConflictsController {
  constructor(private readonly conflicts: DutyConflictsService) {}

  @Get()
  @Requires(identityPermissions.readDutyConflicts)
  @Recorded('identity.duty_conflict')
  @ApiOperation({
    operationId: 'listDutyConflicts',
    summary: 'List who has duties that should be apart',
    description:
      'People and service accounts who may, by what holds now, do two things that one alone could misuse, with the permissions of either side. Whoever has none of these conflicts is not listed.',
  })
  @ApiList(dutyConflictList, DutyHolderList)
  list(@ListQuery(dutyConflictList) query: ListRequest): Promise<Page<DutyHolderView>> {
    return this.conflicts.list(query);
  }
}
