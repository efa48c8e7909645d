import type { Actor } from '../support/actor.js';

const accounts = {
  receivables_revaluation: { code: '1791', name: 'Revaluation of receivables', type: 'asset' },
  payables_revaluation: { code: '2791', name: 'Revaluation of payables', type: 'liability' },
  balances_revaluation: { code: '1792', name: 'Revaluation of balances', type: 'asset' },
  unrealised_exchange_gains: { code: '3992', name: 'Unrealised gains', type: 'income' },
  unrealised_exchange_losses: { code: '7992', name: 'Unrealised losses', type: 'expense' },
};

/** An account in dollars that was revalued at the end of May, and can be at the end of April. */
export async function furnishRevaluation(actor: Actor): Promise<void> {
  const answers = [
    await actor.post('/v1/accounting/accounts', { code: '1793', name: 'Dollars', type: 'asset', currency: 'USD' }),
    await actor.postEntry('1793', '2000', '100.00', {
      currency: 'USD',
      exchangeRate: '9.00',
      exchangeRateSource: 'agreed',
    }),
  ];
  for (const [purpose, account] of Object.entries(accounts)) {
    answers.push(await actor.post('/v1/accounting/accounts', account));
    answers.push(await actor.post('/v1/accounting/posting-accounts', { purpose, accountCode: account.code }));
  }
  for (const rateOn of ['2026-04-30', '2026-05-31']) {
    for (const fromCurrency of ['EUR', 'USD']) {
      const pair = { rateType: 'closing', fromCurrency, toCurrency: 'SEK', rateOn, rate: '9.50', source: 'Riksbank' };
      answers.push(await actor.post('/v1/administration/exchange-rates', pair));
    }
  }
  answers.push(await actor.post('/v1/accounting/revaluation-runs', { asOf: '2026-05-31' }));
  for (const { status, text } of answers) {
    if (status > 201) throw new Error(`furnishing was answered ${text}`);
  }
}

/** Bodies that are accepted of us, by operation and place of the id. */
export const revaluationBodies: Record<string, Record<string, (us: { legalEntity: string }) => object>> = {
  createRevaluationRun: {
    '/legalEntityId': ({ legalEntity }) => ({ legalEntityId: legalEntity, asOf: '2026-04-30' }),
  },
};
