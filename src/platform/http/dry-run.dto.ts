import { Flag } from './fields/fields.js';

/** Of commands that can be rehearsed. */
export class DryRunQuery {
  @Flag({ optional: true, example: false, description: 'Answer the same report and keep nothing.' })
  dryRun?: boolean;
}
