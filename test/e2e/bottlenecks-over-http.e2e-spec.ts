import { useService } from '../harness/service';
import { refusalOf } from './refusal';
import { bodyOf, solvedProgramme, untilAnswered } from './round-over-http';

const service = useService();
const coordinator = () => service.as('coordinator');
const auditor = () => service.as('hr_auditor');
const known = {} as { programmeId: string; roundId: string };

interface Target {
  readonly reason: string;
  readonly without: number;
  readonly sentences: readonly string[];
  readonly effects: readonly { readonly mentors: number; readonly more: number; readonly sentence: string }[];
}

interface Bottlenecks {
  readonly bottlenecks: readonly {
    readonly people: number;
    readonly places: number;
    readonly without: number;
    readonly groups: readonly { readonly people: number; readonly without: number }[];
    readonly sentences: readonly string[];
  }[];
  readonly targets: readonly Target[];
  readonly effectsComputed: boolean;
  readonly placeWorth: readonly { readonly mentors: number }[];
  readonly gapsNobodyOffers: readonly { readonly topic: string }[];
}

beforeAll(async () => {
  Object.assign(known, await solvedProgramme(coordinator(), 'Short of places'));
}, 120_000);

const at = (what: string): string => `matching-rounds/${known.roundId}/${what}`;
const bottlenecks = async () => (await bodyOf(auditor().get(at('bottlenecks')).expect(200))) as Bottlenecks;

describe('the bottlenecks of a round', () => {
  it('are there once it is solved, for those who run it and those who audit', async () => {
    const found = await bottlenecks();
    expect(await bodyOf(coordinator().get(at('bottlenecks')).expect(200))).toEqual(found);
    expect(found.bottlenecks.length).toBeGreaterThan(0);
    for (const { people, places, without, groups } of found.bottlenecks) {
      expect(without).toBe(people - places);
      expect(groups.reduce((sum, group) => sum + group.without, 0)).toBe(without);
    }
    const { totals } = (await bodyOf(auditor().get(at('access')).expect(200))) as {
      totals: { mentors: number };
    };
    expect(found.placeWorth.reduce((sum, { mentors }) => sum + mentors, 0)).toBe(totals.mentors);
  });

  it('are not for anybody else', async () => {
    const refused = refusalOf(await service.as('mentor').get(at('bottlenecks')));
    expect(refused).toMatchObject({ status: 403, code: 'access.forbidden' });
  });

  it('get the effects of the targets once somebody has asked for them', async () => {
    const before = await bottlenecks();
    expect(before.effectsComputed).toBe(false);
    const asked = await auditor().post(at('recruitment')).expect(202);
    const answer = await untilAnswered(auditor(), asked.headers['location']!);
    expect(answer.body).toMatchObject({ state: 'answered' });
    const { targets } = answer.body as { targets: readonly Target[] };
    const [first] = targets;
    expect(first!.effects.length).toBeGreaterThan(0);
    expect(first!.effects.at(-1)!.more).toBeGreaterThan(0);
    expect(first!.effects.at(-1)!.sentence).toContain('mentor');
    expect(await bottlenecks()).toEqual({ ...before, targets, effectsComputed: true });
  });
});
