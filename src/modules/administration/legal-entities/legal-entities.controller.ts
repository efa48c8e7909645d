import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires, RequiresStepUp } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import { CreateLegalEntity, LegalEntityList, LegalEntityView, UpdateLegalEntity } from './legal-entities.dto.js';
import { legalEntityList } from './legal-entities.list.js';
import { LegalEntitiesService } from './legal-entities.service.js';
import { LegalEntityStanding } from './legal-entity-standing.service.js';

@ApiTags('administration')
@Controller('v1/administration/legal-entities')
export class LegalEntitiesController {
  constructor(
    private readonly legalEntities: LegalEntitiesService,
    private readonly standing: LegalEntityStanding,
  ) {}

  @Get()
  @Requires(administrationPermissions.readLegalEntities)
  @ApiOperation({
    operationId: 'listLegalEntities',
    summary: 'List legal entities',
    description: 'The companies of the organization, in the order of their names; archived ones too.',
  })
  @ApiList(legalEntityList, LegalEntityList)
  list(@ListQuery(legalEntityList) query: ListRequest): Promise<Page<LegalEntityView>> {
    return this.legalEntities.list(query);
  }

  @Post()
  @Requires(administrationPermissions.manageLegalEntities)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createLegalEntity',
    summary: 'Create a legal entity',
    description: 'A company of the organization, with books of its own.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: LegalEntityView })
  create(@Body() body: CreateLegalEntity): Promise<LegalEntityView> {
    return this.legalEntities.create(body);
  }

  @Get(':id')
  @Requires(administrationPermissions.readLegalEntities)
  @ApiOperation({
    operationId: 'getLegalEntity',
    summary: 'Read a legal entity',
    description: 'One company of the organization.',
  })
  @Versioned()
  @ApiOkResponse({ type: LegalEntityView })
  get(@IdParam() id: string): Promise<LegalEntityView> {
    return this.legalEntities.find(id);
  }

  @Patch(':id')
  @Requires(administrationPermissions.manageLegalEntities)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateLegalEntity',
    summary: 'Change a legal entity',
    description: 'Fields that are left out stay as they are. The functional currency is fixed once an entry is posted.',
  })
  @Versioned()
  @ApiOkResponse({ type: LegalEntityView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateLegalEntity): Promise<LegalEntityView> {
    return this.legalEntities.update(id, version, body);
  }

  @Post(':id/make-default')
  @HttpCode(200)
  @Requires(administrationPermissions.manageLegalEntities)
  @Idempotent()
  @ApiOperation({
    operationId: 'makeLegalEntityDefault',
    summary: 'Make a legal entity the default',
    description:
      'Requests that leave `legalEntityId` out mean it from now on; the one that was the default before is none any more. An archived one is refused.',
  })
  @Versioned()
  @ApiOkResponse({ type: LegalEntityView })
  makeDefault(@IdParam() id: string, @IfMatch() version: number): Promise<LegalEntityView> {
    return this.standing.makeDefault(id, version);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires(administrationPermissions.manageLegalEntities)
  @Idempotent()
  @ApiOperation({
    operationId: 'archiveLegalEntity',
    summary: 'Archive a legal entity',
    description:
      'Nothing is posted to its books any more; they stay readable. Postings that are under way come first. The default one is refused: make another the default before.',
  })
  @Versioned()
  @ApiOkResponse({ type: LegalEntityView })
  archive(@IdParam() id: string, @IfMatch() version: number): Promise<LegalEntityView> {
    return this.standing.archive(id, version);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Requires(administrationPermissions.manageLegalEntities)
  @Idempotent()
  @ApiOperation({
    operationId: 'reactivateLegalEntity',
    summary: 'Reactivate a legal entity',
    description: 'Takes an archived legal entity back; its books take postings again.',
  })
  @Versioned()
  @ApiOkResponse({ type: LegalEntityView })
  reactivate(@IdParam() id: string, @IfMatch() version: number): Promise<LegalEntityView> {
    return this.standing.reactivate(id, version);
  }
}
