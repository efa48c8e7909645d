import { bodiesWithIds, idsOf } from './bodies-with-ids.js';
import { Furnished } from './furnished.js';
import { Trial } from './trial.js';
it('x', async () => {
  const trial = await Trial.begin();
  const ours = await Furnished.make(trial.operations);
  const us = await idsOf(ours);
  const op = trial.operations.get('mergeParty');
  const answer = await trial.wire.send(
    ours.request(op, JSON.stringify(bodiesWithIds['mergeParty']!['/intoPartyId']!(us))),
  );
  console.log(answer.status, answer.text);
});
