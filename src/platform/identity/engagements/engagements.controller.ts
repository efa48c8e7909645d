import { Body, Controller, Get, Header, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import {
  CreateEngagement,
  EngagementList,
  EngagementView,
  NewEngagementView,
  UpdateEngagement,
} from './engagements.dto.js';
import { engagementList } from './engagements.list.js';
import { EngagementsService } from './engagements.service.js';

@ApiTags('identity')
@Controller('v1/identity/engagements')
export class EngagementsController {
  constructor(private readonly engagements: EngagementsService) {}

  @Get()
  @Requires(identityPermissions.readEngagements)
  @Recorded('identity.engagement')
  @ApiOperation({
    operationId: 'listEngagements',
    summary: 'List engagements',
    description: 'People of other firms who are, were and will be engaged; those that end first come first.',
  })
  @ApiList(engagementList, EngagementList)
  list(@ListQuery(engagementList) query: ListRequest): Promise<Page<EngagementView>> {
    return this.engagements.list(query);
  }

  @Post()
  @Requires(identityPermissions.manageEngagements)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'createEngagement',
    summary: 'Engage a person of another firm',
    description:
      'The person acts in the organization from the first day to the last one, with the roles as far as the modules reach, and is invited where they are not engaged already. It gives no more than the caller holds, and ends by itself. The answer may tell a token and is never stored, so there is no Idempotency-Key: sent again, the days are taken (409).',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: NewEngagementView })
  create(@Body() body: CreateEngagement): Promise<NewEngagementView> {
    return this.engagements.create(body);
  }

  @Get(':id')
  @Requires(identityPermissions.readEngagements)
  @Recorded('identity.engagement')
  @ApiOperation({
    operationId: 'getEngagement',
    summary: 'Read an engagement',
    description: 'One engagement of the organization, whatever its status.',
  })
  @Versioned()
  @ApiOkResponse({ type: EngagementView })
  get(@IdParam() id: string): Promise<EngagementView> {
    return this.engagements.find(id);
  }

  @Patch(':id')
  @Requires(identityPermissions.manageEngagements)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateEngagement',
    summary: 'Change an engagement',
    description:
      'Fields that are left out stay as they are. It holds from the next request of the person on. A change of roles, modules or dates gives the engagement anew, so the caller must hold all that its roles give. One that has ended stays as it is.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: EngagementView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateEngagement): Promise<EngagementView> {
    return this.engagements.update(id, version, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires(identityPermissions.manageEngagements)
  @Idempotent()
  @ApiOperation({
    operationId: 'endEngagement',
    summary: 'End an engagement early',
    description:
      'At once and for good: the sessions of the person in the organization end, and an invitation that is open is revoked.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: EngagementView })
  end(@IdParam() id: string, @IfMatch() version: number): Promise<EngagementView> {
    return this.engagements.end(id, version);
  }
}
