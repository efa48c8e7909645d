import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnotationsModule } from '#platform/annotations/annotations.module.js';
import { OrganizationsModule } from '#platform/organizations/organizations.module.js';
import { ExchangeRates } from './contract/exchange-rates.js';
import { LegalEntities } from './contract/legal-entities.js';
import { CurrenciesController } from './currencies/currencies.controller.js';
import { CurrenciesService } from './currencies/currencies.service.js';
import { ExchangeRateType } from './exchange-rates/exchange-rate-type.entity.js';
import { ExchangeRateTypesController } from './exchange-rates/exchange-rate-types.controller.js';
import { ExchangeRateTypesService } from './exchange-rates/exchange-rate-types.service.js';
import { ExchangeRatesController } from './exchange-rates/exchange-rates.controller.js';
import { ExchangeRatesRepository } from './exchange-rates/exchange-rates.repository.js';
import { ExchangeRatesService } from './exchange-rates/exchange-rates.service.js';
import { RateImportService } from './exchange-rates/rate-import.service.js';
import { RateLookUps } from './exchange-rates/rate-look-ups.repository.js';
import { RatePlanner } from './exchange-rates/rate-planner.service.js';
import { RatePolicyController } from './exchange-rates/rate-policy.controller.js';
import { RatePolicyService } from './exchange-rates/rate-policy.service.js';
import { LegalEntitiesController } from './legal-entities/legal-entities.controller.js';
import { LegalEntitiesService } from './legal-entities/legal-entities.service.js';
import { LegalEntitySubject } from './legal-entities/legal-entity-subject.js';
import { LegalEntityStanding } from './legal-entities/legal-entity-standing.service.js';
import { LegalEntity } from './legal-entities/legal-entity.entity.js';
import { OrganizationController } from './organization/organization.controller.js';
import { OrganizationService } from './organization/organization.service.js';
import { TestOrganizationsController } from './test-organizations/test-organizations.controller.js';
import { TestOrganizationsService } from './test-organizations/test-organizations.service.js';

@Module({
  imports: [AnnotationsModule, OrganizationsModule, TypeOrmModule.forFeature([ExchangeRateType, LegalEntity])],
  controllers: [
    CurrenciesController,
    ExchangeRatesController,
    ExchangeRateTypesController,
    LegalEntitiesController,
    OrganizationController,
    RatePolicyController,
    TestOrganizationsController,
  ],
  providers: [
    CurrenciesService,
    ExchangeRatesRepository,
    ExchangeRatesService,
    ExchangeRateTypesService,
    LegalEntitiesService,
    LegalEntityStanding,
    LegalEntitySubject,
    OrganizationService,
    RateImportService,
    RateLookUps,
    RatePlanner,
    RatePolicyService,
    TestOrganizationsService,
    { provide: ExchangeRates, useExisting: ExchangeRatesService },
    { provide: LegalEntities, useExisting: LegalEntitiesService },
  ],
  exports: [ExchangeRates, LegalEntities],
})
export class AdministrationModule {}
