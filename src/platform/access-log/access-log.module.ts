import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLogWriter } from './access-log-writer.js';
import { AccessLogController } from './access-log.controller.js';
import { AccessLog } from './access-log.service.js';
import { AccessRecording } from './access-recording.interceptor.js';

/** Comes behind the module of sign-in, whose interceptor says who acts. */
@Module({
  controllers: [AccessLogController],
  providers: [AccessLog, AccessLogWriter, { provide: APP_INTERCEPTOR, useClass: AccessRecording }],
})
export class AccessLogModule {}
