import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Conflict, NotFound } from '@evenhand/kernel';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { AskEnquiry } from '../enquiries/ask-enquiry';
import { ForgetEnquiries } from '../enquiries/forget-enquiries';
import { ReadEnquiry } from '../enquiries/read-enquiry';
import { ReadBottlenecks, type RoundBottlenecks } from './read-bottlenecks';

let programme: MatchingProgramme;
let round: MatchingRound;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  round = await solvedIn(programme);
});

/** Three nurses share one place, and a dietitian asks about what nobody has practised. */
async function solvedIn(programme: MatchingProgramme): Promise<MatchingRound> {
  for (const id of ['ada', 'bo', 'cy']) {
    await programme.mentee(aMentee({ id }));
  }
  await programme.mentee(aMentee({ id: 'di', background: 'ahp/dietitian', gaps: ['MP-1.1'] }));
  programme.mentor(aMentor({ id: 'xi' }));
  return programme.solved();
}

const read = (id = round.id): Promise<RoundBottlenecks> => programme.use(ReadBottlenecks).run(EVERYWHERE, id);

const NO_COUNTS_OF_PEOPLE =
  /stage \d|bottleneck \d|[A-Z]{2}-\d\.\d|\d places? each|^\d mentors? like this|fewer than 10/gi;

/** The numbers in texts that count people of the round. */
function countsIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.replace(NO_COUNTS_OF_PEOPLE, '').match(/\d+/g) ?? []);
}

describe('The bottlenecks of a round', () => {
  it('are known as soon as it is solved: who shares how few places, whom to recruit, what a place is worth', async () => {
    expect(await read()).toMatchObject({
      round: { id: round.id },
      bottlenecks: [
        {
          ...{ people: 3, places: 1, mentors: 1, without: 2 },
          groups: [{ path: 'nurse', people: 3, without: 2 }],
        },
      ],
      others: 0,
      targets: [
        { reason: 'shortage', bottleneck: 0, without: 2, profile: { stage: { code: '2' } }, effects: [] },
        // The gap that nobody offers asks for the same kind of mentor, who is not proposed twice.
        { reason: 'no_eligible_mentor', without: 1, profile: { topics: [{ code: 'MP-1.1' }] } },
      ],
      effectsComputed: false,
      placeWorth: [{ gain: 'coverage', mentors: 1 }],
      gapsNobodyOffers: [{ topic: 'MP-1.1', stage: '2', mentees: 1 }],
    });
  });

  it('tell no count under 10 in words, and no person in anything', async () => {
    const found = await read();
    const texts = [...found.bottlenecks, ...found.targets].flatMap(({ sentences }) => sentences);
    expect(texts.join(' ')).toContain('fewer than 10');
    expect(countsIn(texts)).toEqual([]);
    const pseudonyms = (await programme.runs.links(round.runId!)).map(({ pseudonym }) => pseudonym);
    const { round: _, ...said } = found;
    const text = JSON.stringify(said);
    expect(pseudonyms.filter((one) => text.includes(one))).toEqual([]);
  });

  it('stand in words by the policy that the round was made by, which is frozen with it', async () => {
    const coarse = await MatchingProgramme.open(14, { base: 10, smallest: 20, smallestForExtremes: 40 });
    const other = await solvedIn(coarse);
    coarse.disclosure.policy = DEFAULT_DISCLOSURE_POLICY;
    const { bottlenecks, targets } = await coarse.use(ReadBottlenecks).run(EVERYWHERE, other.id);
    const texts = [...bottlenecks, ...targets].flatMap(({ sentences }) => sentences).join(' ');
    expect(texts).toContain('fewer than 20');
    expect(texts).not.toContain('fewer than 10');
    const frozen = async ({ runs }: MatchingProgramme, { runId }: MatchingRound) =>
      JSON.parse(await runs.snapshot(runId!)) as object;
    expect(await frozen(coarse, other)).toMatchObject({ policy: { base: 10, smallest: 20 } });
    // What is frozen by the default one is as it always was, to the byte.
    expect(await frozen(programme, round)).not.toHaveProperty('policy');
  });

  it('are none where everybody has a place', async () => {
    const other = await MatchingProgramme.open();
    await other.mentee(aMentee({ id: 'ada' }));
    other.mentor(aMentor({ id: 'xi' }));
    const { id } = await other.solved();
    expect(await other.use(ReadBottlenecks).run(EVERYWHERE, id)).toMatchObject({
      bottlenecks: [],
      targets: [],
    });
  });

  it('are those of a solved round', async () => {
    const draft = await programme.draft();
    await expect(read(draft.id)).rejects.toMatchObject({ code: 'matching-round.not-solved' });
    await expect(read('nowhere')).rejects.toThrow(NotFound);
  });

  it('are not made up for a round that was solved before they were kept', async () => {
    const { bottlenecks, ...outcome } = (await programme.runs.outcome(round.runId!))!;
    expect(bottlenecks).toBeDefined();
    const result = (await programme.runs.result(round.runId!))!;
    programme.runs.alter(round.runId!, { solved: { outcome, result } });
    await expect(read()).rejects.toThrow(Conflict);
    await expect(read()).rejects.toMatchObject({ code: 'matching-round.no-bottlenecks-kept' });
  });
});

describe('What recruiting would change', () => {
  it('is solved for when somebody asks, and stands in the bottlenecks as long as it is kept', async () => {
    const { id } = await programme.use(AskEnquiry).run(EVERYWHERE, round.id, { kind: 'recruitment' });
    expect((await read()).effectsComputed).toBe(false);
    expect(await programme.work()).toEqual(['answered']);
    const { answer } = await programme.use(ReadEnquiry).run(EVERYWHERE, round.id, 'recruitment', id);
    expect(answer!.solves).toEqual({ used: 3, affordable: 18 });
    expect(answer!.targets[0]!.effects).toMatchObject([
      { mentors: 1, more: 1, groups: [{ path: 'nurse', asked: 3, before: 1, after: 2 }] },
      { mentors: 2, more: 2, groups: [{ path: 'nurse', asked: 3, before: 1, after: 3 }] },
    ]);
    expect(
      countsIn(answer!.targets.flatMap(({ effects }) => effects.map(({ sentence }) => sentence))),
    ).toEqual([]);
    const after = await read();
    expect(after.effectsComputed).toBe(true);
    expect(after.targets).toEqual(answer!.targets);
    expect(after.targets.map((target) => ({ ...target, effects: [] }))).toEqual(
      (await programme.runs.bottlenecks(round.runId!))!.targets,
    );
    programme.clock.pass(31);
    await programme.use(ForgetEnquiries).run(30);
    const later = await read();
    expect(later.effectsComputed).toBe(false);
    expect(later.targets.flatMap(({ effects }) => effects)).toEqual([]);
  });
});
