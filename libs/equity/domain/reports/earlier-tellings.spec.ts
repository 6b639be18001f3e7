import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { EarlierTellings } from './earlier-tellings';
import { SUPPLY_MEASURES } from './measures';
import type { CountedReport, TrueCounts } from './true-counts';

/** How many people are in each stage and region, by table. */
interface Told {
  readonly stage?: readonly number[];
  readonly region?: readonly number[];
}

function countsOf(told: Told): TrueCounts {
  const tables = Object.entries(told).map(([code, counts]) => ({
    dimensions: [code],
    tells: ['eligible'],
    rows: (counts as number[]).map((eligible, at) => ({ categories: [`${at}`], counts: { eligible } })),
  }));
  return {
    people: { dimensions: [], measures: ['eligible'], parts: [], tables },
    supply: { dimensions: [], measures: SUPPLY_MEASURES, parts: [], tables: [] },
  } as unknown as TrueCounts;
}

const report = (id: string, told: Told, months = 24): CountedReport => ({
  ...{ id, months, countedAt: new Date(0), policy: DEFAULT_DISCLOSURE_POLICY },
  counts: countsOf(told),
});
/** Compares a report with those before it, the newest first. */
function compared(now: Told, earlier: readonly CountedReport[], policy = DEFAULT_DISCLOSURE_POLICY) {
  const tellings = new EarlierTellings(countsOf(now), 24, policy);
  earlier.forEach((each) => tellings.compare(each));
  const of = (code: keyof Told) => tellings.telling('people', { dimensions: [code] });
  return { tellings, stage: of('stage'), region: of('region') };
}

describe('A report after others', () => {
  it('tells everything anew where there was none before', () => {
    const { tellings, stage } = compared({ stage: [50] }, []);
    expect([stage, tellings.source, tellings.isAllRepeated]).toEqual(['anew', undefined, false]);
  });

  it('repeats the table of which fewer than ten people changed, and tells the others anew', () => {
    const { tellings, stage, region } = compared({ stage: [59, 50], region: [60, 40] }, [
      report('before', { stage: [50, 50], region: [50, 50] }),
    ]);
    expect([stage, region, tellings.isAllRepeated]).toEqual(['repeated', 'anew', false]);
    expect(tellings.source!.id).toBe('before');
  });

  it('is the earlier one where all of it is repeated, and nothing is missing', () => {
    const before = { stage: [50], region: [50] };
    expect(compared({ stage: [51], region: [50] }, [report('before', before)]).tellings.isAllRepeated).toBe(
      true,
    );
    expect(compared({ stage: [51] }, [report('before', before)]).tellings.isAllRepeated).toBe(false);
  });

  it('tells nothing anew that is too close to any report before, however long ago', () => {
    const { tellings, stage } = compared({ stage: [103] }, [
      report('newest', { stage: [150] }),
      report('oldest', { stage: [100] }),
    ]);
    expect([stage, tellings.source!.id]).toEqual(['repeated', 'newest']);
  });

  it('repeats from the newest of the same months, though one of others is newer', () => {
    const { tellings, stage } = compared({ stage: [103] }, [
      report('of a year', { stage: [100] }, 12),
      report('newest', { stage: [150] }),
      report('older', { stage: [160] }),
    ]);
    expect([stage, tellings.source!.id]).toEqual(['repeated', 'newest']);
  });

  it('repeats of other months only what says the same but for a few, and leaves out what cannot be told', () => {
    const { stage, region } = compared({ stage: [103], region: [103] }, [
      report('of a year', { stage: [100], region: [150] }, 12),
      report('of a year, older', { region: [100] }, 12),
    ]);
    expect([stage, region]).toEqual(['repeated', 'left out']);
  });

  it('leaves out what it cannot tell anew and the newest report does not have', () => {
    const { stage } = compared({ stage: [103] }, [report('newest', {}), report('older', { stage: [100] })]);
    expect(stage).toBe('left out');
  });

  it('proves nothing together with what was rounded otherwise, and tells no table in two roundings', () => {
    const policy = { ...DEFAULT_DISCLOSURE_POLICY, base: 10 };
    const { stage, region } = compared(
      { stage: [103], region: [50] },
      [report('before', { stage: [100], region: [100] })],
      policy,
    );
    expect([stage, region]).toEqual(['left out', 'anew']);
  });

  it('asks for as many people as the smallest count that is told', () => {
    const policy = { ...DEFAULT_DISCLOSURE_POLICY, smallest: 20 };
    const before = { ...report('before', { stage: [100] }), policy };
    expect(compared({ stage: [119] }, [before], policy).stage).toBe('repeated');
    expect(compared({ stage: [120] }, [before], policy).stage).toBe('anew');
  });

  it('asks for what was promised to whoever read the earlier one, where that is more than is asked for now', () => {
    const policy = { ...DEFAULT_DISCLOSURE_POLICY, smallest: 20 };
    const before = { ...report('before', { stage: [100] }), policy };
    expect(compared({ stage: [119] }, [before]).stage).toBe('left out');
    expect(compared({ stage: [120] }, [before]).stage).toBe('anew');
  });
});
