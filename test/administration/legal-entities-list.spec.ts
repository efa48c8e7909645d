import type { LegalEntityList } from '#modules/administration/legal-entities/legal-entities.dto.js';
import { newActor } from '../support/actor.js';

const path = '/v1/administration/legal-entities';

describe('the list of legal entities', () => {
  it('answers those of the organization, by name, currency and number', async () => {
    const actor = await newActor();
    await actor.post(path, { name: 'Beta AB', functionalCurrency: 'SEK', registrationNumber: '556265-1892' });
    await actor.post(path, { name: 'Alpha Ltd', functionalCurrency: 'EUR' });
    const names = async (query: string) => {
      const { status, body } = await actor.get(`${path}?${query}`);
      expect(status).toBe(200);
      return (body as LegalEntityList).data.map(({ name }) => name);
    };
    expect(await names('')).toEqual(['Alpha Ltd', 'Beta AB', 'Test company']);
    expect(await names('sort=-name&limit=2')).toEqual(['Test company', 'Beta AB']);
    expect(await names('name[prefix]=Te')).toEqual(['Test company']);
    expect(await names('functionalCurrency=SEK')).toEqual(['Beta AB']);
    expect(await names('registrationNumber=556265-1892')).toEqual(['Beta AB']);
    expect(await names('updatedAt[gte]=2199-01-01T00:00:00Z')).toEqual([]);

    const stranger = await newActor();
    const { body } = await stranger.get(path);
    expect(body.data).toMatchObject([{ id: stranger.legalEntityId }]);
  });

  it('is what one entity is read as', async () => {
    const actor = await newActor();
    const { body } = await actor.get(path);
    expect(body.data).toEqual([(await actor.get(`${path}/${actor.legalEntityId}`)).body]);
    expect(body.page).toEqual({ hasMore: false, next: null });
  });
});
