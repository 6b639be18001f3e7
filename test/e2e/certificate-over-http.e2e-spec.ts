import { type AllocationProblem, problemSha256, solve, verify } from '@evenhand/allocation';
import { matchPeople, pairKey, type Snapshot } from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { Client } from 'pg';
import { useService } from '../harness/service';
import { refusalOf } from './refusal';
import { bodyOf, solvedProgramme } from './round-over-http';

const service = useService();
const coordinator = () => service.as('coordinator');
const auditor = () => service.as('hr_auditor');
const known = {} as { programmeId: string; roundId: string };

interface Verdict {
  readonly valid: boolean;
  readonly engine: string;
  readonly problemSha256: string;
}

interface Result {
  readonly problemSha256: string;
  readonly assignments: readonly (readonly [mentee: string, mentor: string])[];
  readonly summary: { readonly score: number };
  readonly certificate: unknown;
}

beforeAll(async () => {
  Object.assign(known, await solvedProgramme(coordinator(), 'Proven'));
}, 120_000);

const at = (what: string): string => `matching-rounds/${known.roundId}/${what}`;

const publicRound = async () =>
  (await bodyOf(service.as('public').get(`transparency/rounds/${known.roundId}`).expect(200))) as {
    verdict?: Verdict;
  };

/** The problem that the round was, made anew from what was frozen. */
async function problemOfRound(): Promise<AllocationProblem> {
  const database = new Client({ connectionString: service.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ snapshot: string }>(
      'select snapshot from matching_run where round_id = $1',
      [known.roundId],
    );
    const { earlierPairs, headcounts: _, ...snapshot } = JSON.parse(rows[0]!.snapshot) as Snapshot;
    return matchPeople({
      ...{ ...snapshot, catalogue: healthAndCare, solve },
      earlierPairs: new Set(earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor))),
    }).problem;
  } finally {
    await database.end();
  }
}

describe('the certificate of a round', () => {
  it('is that of its result, for those who audit', async () => {
    const { certificate, ...verdict } = (await bodyOf(
      auditor().get(at('certificate')).expect(200),
    )) as Verdict & {
      certificate: unknown;
    };
    const result = (await bodyOf(auditor().get(at('result/document')).expect(200))) as Result;
    expect(verdict).toEqual({
      ...{ roundId: known.roundId, valid: true, engine: 'evenhand-allocation/3' },
      problemSha256: result.problemSha256,
      snapshotSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(certificate).toEqual(result.certificate);
    for (const role of ['mentor', 'aspiring_leader', 'talent_board', 'platform_admin'] as const) {
      expect(refusalOf(await service.as(role).get(at('certificate')))).toMatchObject({ status: 403 });
    }
  });

  it('lets anybody who has the problem see that no matching is better, and refuse an altered result', async () => {
    const problem = await problemOfRound();
    const hash = problemSha256(problem);
    const result = (await bodyOf(auditor().get(at('result/document')).expect(200))) as Result;
    expect(verify(problem, result, hash)).toEqual({ valid: true });

    const assignments = result.assignments as readonly (readonly [string, string])[];
    const [[first, mentor], ...rest] = assignments as [readonly [string, string], ...typeof assignments];
    // A mentor may have several places: somebody with another one is looked for.
    const [second, other] = rest.find(([, each]) => each !== mentor)!;
    const swapped = assignments.map(([mentee, each]) =>
      mentee === first ? [mentee, other] : mentee === second ? [mentee, mentor] : [mentee, each],
    );
    for (const altered of [
      { ...result, assignments: swapped },
      { ...result, assignments: rest },
      { ...result, summary: { ...result.summary, score: result.summary.score + 1 } },
      { ...result, problemSha256: '0'.repeat(64) },
    ]) {
      expect(verify(problem, altered, hash)).toMatchObject({ valid: false });
    }
  });

  it('is nothing to read before the round is solved', async () => {
    const { id } = (await bodyOf(
      coordinator().post('matching-rounds', { programmeId: known.programmeId, name: 'Later' }).expect(201),
    )) as { id: string };
    const refusal = refusalOf(await auditor().get(`matching-rounds/${id}/certificate`));
    expect(refusal).toMatchObject({ status: 409, code: 'matching-round.not-solved' });
  });

  it('is for everybody, once the round is published, the verdict and no count', async () => {
    expect(await publicRound()).not.toHaveProperty('verdict');
    await coordinator().post(at('publish')).expect(200);
    const { problemSha256: hash } = (await bodyOf(auditor().get(at('certificate')))) as Verdict;
    expect((await publicRound()).verdict).toEqual({
      ...{ valid: true, engine: 'evenhand-allocation/3', problemSha256: hash },
    });
  });
});
