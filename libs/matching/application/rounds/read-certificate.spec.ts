import { Conflict } from '@evenhand/kernel';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { PublishMatchingRound } from './publish-matching-round';
import { ReadCertificate } from './read-certificate';
import { ReadResultDocument } from './read-result-document';
import { ReadTransparentRound } from './read-transparent-round';

describe('The certificate of a round', () => {
  let programme: MatchingProgramme;
  let roundId: string;
  let runId: string;

  beforeEach(async () => {
    programme = await MatchingProgramme.open();
    await programme.mentee(aMentee({ id: 'ada' }));
    programme.mentor(aMentor({ id: 'cy' }));
    const round = await programme.solved();
    [roundId, runId] = [round.id, round.runId!];
  });

  const read = () => programme.use(ReadCertificate).run(EVERYWHERE, roundId);
  const publicly = () => programme.use(ReadTransparentRound).run(roundId);

  it('is that of its result, with the verdict on it', async () => {
    const result = JSON.parse(await programme.use(ReadResultDocument).run(EVERYWHERE, roundId)) as {
      readonly problemSha256: string;
      readonly certificate: unknown;
    };
    const { verdict, certificate, run } = await read();
    expect(verdict).toEqual({
      ...{ valid: true, engine: 'evenhand-allocation/3', problemSha256: result.problemSha256 },
    });
    expect([certificate, run.id]).toEqual([result.certificate, runId]);
  });

  it('shows the public its verdict, once the round is published', async () => {
    expect(await publicly()).not.toHaveProperty('verdict');
    await programme.use(PublishMatchingRound).run(EVERYWHERE, roundId);
    expect((await publicly()).verdict).toEqual((await read()).verdict);
  });

  it('needs a round that is solved', async () => {
    const { id } = await programme.draft();
    await expect(programme.use(ReadCertificate).run(EVERYWHERE, id)).rejects.toMatchObject({
      code: 'matching-round.not-solved',
    });
  });

  it('is none where the round was solved before there were any, and nobody is told of a verdict', async () => {
    const { verdict: _, ...outcome } = (await programme.runs.outcome(runId))!;
    const result = await programme.use(ReadResultDocument).run(EVERYWHERE, roundId);
    programme.runs.alter(runId, { solved: { outcome, result } });
    await expect(read()).rejects.toThrow(Conflict);
    await expect(read()).rejects.toMatchObject({ code: 'matching-round.not-verified' });
    await programme.use(PublishMatchingRound).run(EVERYWHERE, roundId);
    expect(await publicly()).not.toHaveProperty('verdict');
  });
});
