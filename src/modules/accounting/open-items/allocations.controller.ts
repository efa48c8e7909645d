import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { AllocationService } from './allocation.service.js';
import {
  AllocateAutomatically,
  AllocateItems,
  AllocationList,
  AllocationsView,
  AllocationView,
  UndoAllocation,
} from './allocations.dto.js';
import { allocationList } from './allocations.list.js';
import { AllocationsRepository } from './allocations.repository.js';
import { openItemPermissions } from './open-items.permissions.js';

@ApiTags('accounting')
@Controller('v1/accounting/allocations')
export class AllocationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly allocations: AllocationsRepository,
    private readonly allocation: AllocationService,
  ) {}

  @Post()
  @Requires(openItemPermissions.allocate)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'allocateOpenItems',
    summary: 'Settle open items',
    description:
      'Settles charges with payments and credits, pair by pair, all or nothing. Where exchange rates moved between the entries of a pair, the realised difference is posted at once, so that what is settled in its currency leaves nothing behind.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: AllocationsView })
  allocate(@Body() body: AllocateItems): Promise<AllocationsView> {
    return this.allocation.allocate(body);
  }

  @Post('automatic')
  @HttpCode(200)
  @Requires(openItemPermissions.allocate)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'allocateAutomatically',
    summary: 'Settle what is open of a party',
    description:
      'Settles as much as can be settled: items that are open by the same amount, then the oldest due with the oldest. With `dryRun` it answers what it would settle.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: AllocationsView })
  allocateAutomatically(@Body() body: AllocateAutomatically, @Query() query: DryRunQuery): Promise<AllocationsView> {
    return this.allocation.allocateAutomatically(body, query.dryRun ?? false);
  }

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listAllocations',
    summary: 'List allocations',
    description: 'What was settled with what, and what was taken back.',
  })
  @ApiList(allocationList, AllocationList)
  list(@ListQuery(allocationList) query: ListRequest): Promise<Page<AllocationView>> {
    return this.unitOfWork.read((transaction) => this.allocations.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getAllocation',
    summary: 'Read an allocation',
    description: 'One pair of items that was settled, with what exchange rates made of it.',
  })
  @ApiOkResponse({ type: AllocationView })
  get(@IdParam() id: string): Promise<AllocationView> {
    return this.unitOfWork.read((transaction) => this.allocations.get(transaction, id));
  }

  @Post(':id/undo')
  @Requires(openItemPermissions.allocate)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'undoAllocation',
    summary: 'Undo an allocation',
    description:
      'Opens both items again by what was settled, from a day of its own, and takes the exchange difference back. The allocation stays on record.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: AllocationView })
  undo(@IdParam() id: string, @Body() body: UndoAllocation): Promise<AllocationView> {
    return this.allocation.undo(id, body);
  }
}
