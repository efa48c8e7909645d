import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { partyPermissions } from './parties.permissions.js';
import {
  CreatePaymentTerms,
  DueDatesView,
  PaymentTermsList,
  PaymentTermsView,
  PreviewDueDates,
  UpdatePaymentTerms,
} from './payment-terms.dto.js';
import { paymentTermsList } from './payment-terms.list.js';
import { PaymentTermsService } from './payment-terms.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/payment-terms')
export class PaymentTermsController {
  constructor(private readonly terms: PaymentTermsService) {}

  @Get()
  @Requires(partyPermissions.readParties)
  @ApiOperation({
    operationId: 'listPaymentTerms',
    summary: 'List payment terms',
    description: 'The payment terms of all legal entities, in the order of their codes.',
  })
  @ApiList(paymentTermsList, PaymentTermsList)
  list(@ListQuery(paymentTermsList) query: ListRequest): Promise<Page<PaymentTermsView>> {
    return this.terms.list(query);
  }

  @Post()
  @Requires(partyPermissions.managePaymentTerms)
  @Idempotent()
  @ApiOperation({
    operationId: 'createPaymentTerms',
    summary: 'Create payment terms',
    description:
      'Says in how many parts a document falls due, when each does, and what may be deducted where it is paid early.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: PaymentTermsView })
  create(@Body() body: CreatePaymentTerms): Promise<PaymentTermsView> {
    return this.terms.create(body);
  }

  @Get(':id')
  @Requires(partyPermissions.readParties)
  @ApiOperation({
    operationId: 'getPaymentTerms',
    summary: 'Read payment terms',
    description: 'One set of payment terms.',
  })
  @Versioned()
  @ApiOkResponse({ type: PaymentTermsView })
  get(@IdParam() id: string): Promise<PaymentTermsView> {
    return this.terms.find(id);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Requires(partyPermissions.readParties)
  @ApiOperation({
    operationId: 'previewDueDates',
    summary: 'Preview due dates by payment terms',
    description:
      'What a document of the date and amount would have to be paid when, and with which discounts. The parts sum to the amount: they are divided by largest remainder. Keeps nothing.',
  })
  @ApiOkResponse({ type: DueDatesView })
  preview(@IdParam() id: string, @Body() body: PreviewDueDates): Promise<DueDatesView> {
    return this.terms.preview(id, body);
  }

  @Patch(':id')
  @Requires(partyPermissions.managePaymentTerms)
  @Idempotent()
  @ApiOperation({
    operationId: 'updatePaymentTerms',
    summary: 'Change payment terms',
    description:
      'Fields that are left out stay as they are; the code is fixed. Documents that were issued keep the dates that they were issued with.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: PaymentTermsView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePaymentTerms,
  ): Promise<PaymentTermsView> {
    return this.terms.update(id, version, body);
  }
}
