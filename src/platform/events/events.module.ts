import { type DynamicModule, Global, Module } from '@nestjs/common';
import { EventCatalogue, type EventDeclarations } from './event-declaration.js';
import { EventDispatch } from './event-dispatch.service.js';
import { EventTypesController } from './event-types.controller.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';

/** The catalogue of events, the feed, and their way out of the outbox. */
@Global()
@Module({})
export class EventsModule {
  static of(...declarations: EventDeclarations[]): DynamicModule {
    const catalogue = { provide: EventCatalogue, useValue: new EventCatalogue(declarations) };
    return {
      module: EventsModule,
      controllers: [EventsController, EventTypesController],
      providers: [catalogue, EventDispatch, EventsService],
      exports: [catalogue, EventDispatch],
    };
  }
}
