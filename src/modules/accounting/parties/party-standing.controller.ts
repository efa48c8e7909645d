import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { HoldParty, PartyView } from './parties.dto.js';
import { partyPermissions } from './parties.permissions.js';
import { PartiesService } from './parties.service.js';
import { MergeParty, PartyMergeView } from './party-merging.dto.js';
import { PartyMerging } from './party-merging.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/parties')
export class PartyStandingController {
  constructor(
    private readonly parties: PartiesService,
    private readonly merging: PartyMerging,
  ) {}

  @Post(':id/hold')
  @HttpCode(200)
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'holdParty',
    summary: 'Put a party on hold',
    description: 'It takes no documents until it is released. Whoever is refused one is told the reason.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  hold(@IdParam() id: string, @IfMatch() version: number, @Body() body: HoldParty): Promise<PartyView> {
    return this.parties.turn('hold', id, version, body.reason);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'releaseParty',
    summary: 'Release a party',
    description: 'Ends its hold: it takes documents again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  release(@IdParam() id: string, @IfMatch() version: number): Promise<PartyView> {
    return this.parties.turn('release', id, version);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'archiveParty',
    summary: 'Archive a party',
    description: 'It takes no documents any more; what it has stays readable. A hold ends with it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  archive(@IdParam() id: string, @IfMatch() version: number): Promise<PartyView> {
    return this.parties.turn('archive', id, version);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Requires(partyPermissions.manageParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'reactivateParty',
    summary: 'Reactivate a party',
    description: 'Takes an archived party back: it takes documents again.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyView })
  reactivate(@IdParam() id: string, @IfMatch() version: number): Promise<PartyView> {
    return this.parties.turn('reactivate', id, version);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Requires(partyPermissions.mergeParties)
  @Idempotent()
  @ApiOperation({
    operationId: 'mergeParty',
    summary: 'Merge a party into another',
    description:
      'For the same firm that was entered twice. The merged party stays readable and takes nothing new; wherever it is named, also by an external id, the survivor is meant from now on. Those that were merged into it earlier point to the survivor as well. What the survivor has itself stays. There is no way back; `dryRun` shows what would be.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: PartyMergeView })
  merge(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: MergeParty,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<PartyMergeView> {
    return this.merging.merge(id, version, body, dryRun);
  }
}
