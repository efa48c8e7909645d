import { Logger } from '@nestjs/common';
import type { EndedRequest, RequestObserver } from '../http/observe-requests.js';
import type { LogMembers } from './nest-log.js';

/** What a supervisor asks every few seconds: of use only to somebody who looks for it. */
const supervised = new Set(['/health/live', '/health/ready', '/metrics']);

/** One line for each request, when it has ended. */
export class RequestLog implements RequestObserver {
  private readonly logger = new Logger('Request');

  ended({ method, route, status, ...members }: EndedRequest): void {
    const outcome = status ?? 'ended by the caller';
    const line: LogMembers = {
      msg: `${method} ${route ?? '(no route)'} ${outcome}`,
      method,
      route,
      status,
      ...members,
    };
    if (status !== undefined && status >= 500) this.failed(status, line);
    else if (route && supervised.has(route)) this.logger.debug(line);
    else this.logger.log(line);
  }

  /** 503 sends the caller elsewhere or asks for patience; what else begins with 5 is a defect. */
  private failed(status: number, line: LogMembers): void {
    if (status === 503) this.logger.warn(line);
    else this.logger.error(line);
  }
}
