import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '../access-log/recorded.decorator.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { ApiExportFile, AsGzip } from './export-answer.js';
import { OrganizationClosing } from './organization-closing.service.js';
import { type OpenExport, OrganizationExport } from './organization-export.service.js';
import { ClosedOrganizationView, CloseOrganization } from './organization-life.dto.js';
import { organizationLifePermissions } from './organization-life.permissions.js';

@ApiTags('organization')
@Controller('v1/organization')
export class OrganizationLifeController {
  constructor(
    private readonly exports: OrganizationExport,
    private readonly closing: OrganizationClosing,
  ) {}

  @Get('export')
  @Requires(organizationLifePermissions.exportOrganization)
  @RequiresStepUp()
  @Recorded('platform.organization')
  @ApiOperation({
    operationId: 'exportOrganization',
    summary: 'Export everything of the organization',
    description:
      'One file with every row that the organization has, in all tables, from one state of the database: settings, people, books, files and the audit trail with its chain. No passwords, sessions, or secrets of API keys. `npm run bureau -- restore` reads it back. That it was asked for is recorded in the audit trail.',
  })
  @ApiExportFile()
  export(@AsGzip() asGzip: boolean): Promise<OpenExport> {
    return this.exports.open(asGzip);
  }

  @Post('close')
  @HttpCode(200)
  @Requires(organizationLifePermissions.closeOrganization)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'closeOrganization',
    summary: 'Close the organization',
    description:
      'Every session, API key and invitation of the organization stops at once, that of this request too, and nobody signs in to it any more. Nothing is deleted; people go on in their other organizations. Whoever operates the installation can reopen it. Export it first: afterwards only the operator can.',
  })
  @ApiOkResponse({ type: ClosedOrganizationView })
  close(@Body() body: CloseOrganization): Promise<ClosedOrganizationView> {
    return this.closing.close(body);
  }
}
