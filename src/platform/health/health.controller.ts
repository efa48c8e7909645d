import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GlobalStatements } from '../database/global-statements.js';
import type { Statement } from '../database/transaction.js';
import { Choice } from '../http/fields/fields.js';
import { platformProblems } from '../http/platform.problems.js';
import { Public, Unlimited } from '../permissions/requires.decorator.js';
import { Readiness } from './readiness.js';

const PING: Statement = { name: 'ping', text: 'SELECT 1' };

export class HealthView {
  @Choice(['ok'], { name: 'HealthStatus', example: 'ok' })
  status: 'ok';
}

@ApiTags('health')
@Public()
@Unlimited()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: GlobalStatements,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @ApiOperation({
    operationId: 'checkLiveness',
    summary: 'Is the process alive',
    description: 'Answers as long as the process does; asks nobody else.',
  })
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'checkReadiness',
    summary: 'Can requests be served',
    description: 'Asks the database; 503 while it does not answer, and once the process has been asked to end.',
  })
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (this.readiness.isWithdrawn) throw platformProblems.service_unavailable('The server is shutting down.');
    await this.database.rows(PING, []).catch(() => {
      throw platformProblems.service_unavailable('The database does not answer.').withHeaders({ 'Retry-After': '2' });
    });
    return { status: 'ok' };
  }
}
