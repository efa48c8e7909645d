import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import { AdvanceClock, ClockView } from './clock.dto.js';
import { OrganizationView, UpdateOrganization } from './organization.dto.js';
import { OrganizationService } from './organization.service.js';

@ApiTags('administration')
@Controller('v1/administration')
export class OrganizationController {
  constructor(private readonly organization: OrganizationService) {}

  @Get('organization')
  @Requires(administrationPermissions.readOrganization)
  @ApiOperation({
    operationId: 'getOrganization',
    summary: 'Read the organization',
    description: 'Name and time zone of the organization that the access token acts in.',
  })
  @Versioned()
  @ApiOkResponse({ type: OrganizationView })
  get(): Promise<OrganizationView> {
    return this.organization.find();
  }

  @Patch('organization')
  @Requires(administrationPermissions.manageOrganization)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateOrganization',
    summary: 'Change the organization',
    description: 'Fields that are left out stay as they are. Another time zone moves the start of the day from now on.',
  })
  @Versioned()
  @ApiOkResponse({ type: OrganizationView })
  update(@IfMatch() version: number, @Body() body: UpdateOrganization): Promise<OrganizationView> {
    return this.organization.update(version, body);
  }

  @Get('clock')
  @Requires(administrationPermissions.readOrganization)
  @ApiOperation({
    operationId: 'getClock',
    summary: 'Read the clock of the organization',
    description:
      'The instant and the day that rules go by: the real ones, and in a test organization as far ahead as its clock was set. Timestamps such as `createdAt` are always real.',
  })
  @ApiOkResponse({ type: ClockView })
  clock(): Promise<ClockView> {
    return this.organization.clock();
  }

  @Post('clock/advance')
  @HttpCode(200)
  @Requires(administrationPermissions.advanceClock)
  @Idempotent()
  @ApiOperation({
    operationId: 'advanceClock',
    summary: 'Set the clock of a test organization forward',
    description:
      'The clock goes on from the instant that is given, and is never turned back. A live organization refuses it with 409.',
  })
  @ApiOkResponse({ type: ClockView })
  advanceClock(@Body() { to }: AdvanceClock): Promise<ClockView> {
    return this.organization.advanceClock(to);
  }
}
