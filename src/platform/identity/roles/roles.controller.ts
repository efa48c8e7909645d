import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { CreateRole, PermissionCatalogueView, RoleList, RoleView, UpdateRole } from './roles.dto.js';
import { roleList } from './roles.list.js';
import { RolesService } from './roles.service.js';

@ApiTags('identity')
@Controller('v1/identity')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get('permissions')
  @Requires(identityPermissions.readRoles)
  @ApiOperation({
    operationId: 'getPermissionCatalogue',
    summary: 'Read all permissions and built-in roles',
    description: 'Every permission that an operation may ask for (`x-permission`), and what the built-in roles hold.',
  })
  @ApiOkResponse({ type: PermissionCatalogueView })
  catalogue(): PermissionCatalogueView {
    return this.roles.catalogue();
  }

  @Get('roles')
  @Requires(identityPermissions.readRoles)
  @ApiOperation({
    operationId: 'listRoles',
    summary: "List the organization's own roles",
    description: 'In the order of their codes. The built-in roles are in the catalogue of permissions.',
  })
  @ApiList(roleList, RoleList)
  list(@ListQuery(roleList) query: ListRequest): Promise<Page<RoleView>> {
    return this.roles.list(query);
  }

  @Post('roles')
  @Requires(identityPermissions.manageRoles)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createRole',
    summary: 'Create a role',
    description: 'A role of the organization, with no more permissions than the caller holds.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: RoleView })
  create(@Body() body: CreateRole): Promise<RoleView> {
    return this.roles.create(body);
  }

  @Get('roles/:id')
  @Requires(identityPermissions.readRoles)
  @ApiOperation({
    operationId: 'getRole',
    summary: 'Read a role',
    description: 'One role of the organization.',
  })
  @Versioned()
  @ApiOkResponse({ type: RoleView })
  get(@IdParam() id: string): Promise<RoleView> {
    return this.roles.find(id);
  }

  @Patch('roles/:id')
  @Requires(identityPermissions.manageRoles)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateRole',
    summary: 'Change a role',
    description:
      'Fields that are left out stay as they are. Permissions that are added must be held by the caller; who has the role has them from the next request on.',
  })
  @Versioned()
  @ApiOkResponse({ type: RoleView })
  update(@IdParam() id: string, @IfMatch() version: number, @Body() body: UpdateRole): Promise<RoleView> {
    return this.roles.update(id, version, body);
  }

  @Post('roles/:id/deactivate')
  @HttpCode(200)
  @Requires(identityPermissions.manageRoles)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'deactivateRole',
    summary: 'Deactivate a role',
    description: 'From the next request on the role gives nothing to those who have it, and nobody can be given it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RoleView })
  deactivate(@IdParam() id: string, @IfMatch() version: number): Promise<RoleView> {
    return this.roles.deactivate(id, version);
  }

  @Post('roles/:id/reactivate')
  @HttpCode(200)
  @Requires(identityPermissions.manageRoles)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'reactivateRole',
    summary: 'Reactivate a role',
    description: 'The role gives its permissions again, which the caller must hold.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: RoleView })
  reactivate(@IdParam() id: string, @IfMatch() version: number): Promise<RoleView> {
    return this.roles.reactivate(id, version);
  }
}
