import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.js';
import { RetentionService } from './retention.service.js';

/** How long what tells of the operation is kept; the purges stand with what they forget. */
@Module({ controllers: [RetentionController], providers: [RetentionService] })
export class RetentionModule {}
