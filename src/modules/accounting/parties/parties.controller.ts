import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { CreateParty, PartyList, PartyView, UpdateParty, UpsertParty } from './parties.dto.js';
import { partyList } from './parties.list.js';
import { partyPermissions } from './parties.permissions.js';
import { PartiesService } from './parties.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/parties')
export class PartiesController {
  constructor(private readonly parties: PartiesService) {}

  @Get()
  @Requires(partyPermissions.readParties)
  @Recorded('accounting.party')
  @ApiOperation({
    operationId: 'listParties',
    summary: 'List customers and vendors',
    description:
      'The parties of all legal entities, in the order of their numbers; merged ones too, with the one that stands for them.',
  })
  @ApiList(partyList, PartyList)
  list(@ListQuery(partyList) query: ListRequest): Promise<Page<PartyView>> {
    return this.parties.list(query);
  }

  @Post()
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'createParty',
    summary: 'Create a customer or vendor',
    description: 'A firm or person that a legal entity sells to, buys from, or both.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: PartyView })
  create(@Body() body: CreateParty): Promise<PartyView> {
    return this.parties.create(body);
  }

  @Post('upsert')
  @HttpCode(200)
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'upsertParty',
    summary: 'Create or change a party by its external id',
    description:
      'For systems that know parties by ids of their own: where nobody in the legal entity has the id, the party is made, with a number drawn; else what is said of it is changed, and the rest stays. Where it was merged, its survivor is meant. Roles are only added. Of two requests for a new id at once, one makes the party and the other changes it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  upsert(@Body() body: UpsertParty): Promise<PartyView> {
    return this.parties.upsert(body);
  }

  @Get(':id')
  @Requires(partyPermissions.readParties)
  @Recorded('accounting.party')
  @ApiOperation({
    operationId: 'getParty',
    summary: 'Read a customer or vendor',
    description: 'One party. A merged one stays as it was, and names its survivor.',
  })
  @Versioned()
  @ApiOkResponse({ type: PartyView })
  get(@IdParam() id: string): Promise<PartyView> {
    return this.parties.find(id);
  }

  @Patch(':id')
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateParty',
    summary: 'Change a customer or vendor',
    description: 'Fields that are left out stay as they are; lists are replaced as a whole. The number is fixed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateParty): Promise<PartyView> {
    return this.parties.update(id, version, body);
  }
}
