import type { RateOutcome } from './plan-rates.js';
import { type ExchangeRateImportView, MOST_CORRECTIONS_SHOWN } from './rate-import.dto.js';

/** What an import did, or would do, in numbers and words. Pure. */
export function reportOf(planned: readonly RateOutcome[], dryRun: boolean): ExchangeRateImportView {
  const count = (outcome: RateOutcome['outcome']) => planned.filter((one) => one.outcome === outcome).length;
  const counts = {
    added: count('added'),
    corrected: count('corrected'),
    unchanged: count('unchanged'),
    repeated: count('repeated'),
  };
  return {
    status: dryRun ? 'dry_run' : 'imported',
    given: planned.length,
    ...counts,
    explanation: explain(counts, dryRun),
    corrections: correctionsOf(planned),
  };
}

type Counts = Pick<ExchangeRateImportView, 'added' | 'corrected' | 'unchanged' | 'repeated'>;

function explain({ added, corrected, unchanged, repeated }: Counts, dryRun: boolean): string {
  const were = (count: number, done: string) => {
    const verb = dryRun ? 'would be' : count === 1 ? 'was' : 'were';
    return `${count === 0 ? 'none' : count} ${verb} ${done}`;
  };
  const are = (count: number, how: string) => (count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${how}`]);
  const parts = [
    were(added, 'added'),
    ...(corrected === 0 ? [] : [were(corrected, 'corrected')]),
    ...are(unchanged, 'recorded already'),
    ...are(repeated, 'given twice'),
  ];
  return `Of the rates ${parts.join('; ')}.`;
}

function correctionsOf(planned: readonly RateOutcome[]): ExchangeRateImportView['corrections'] {
  const corrections = planned.flatMap((one, index) => {
    if (one.outcome !== 'corrected') return [];
    const { record, before } = one;
    const former = { formerRate: before.rate.toString(), formerSource: before.source };
    return [{ index, ...record, rate: record.rate.toString(), ...former }];
  });
  return corrections.slice(0, MOST_CORRECTIONS_SHOWN);
}
