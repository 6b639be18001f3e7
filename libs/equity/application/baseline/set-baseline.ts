import { AuditTrail, type Authority, Conflict, NotFound, StaleVersion, Transaction } from '@evenhand/kernel';
import {
  lockProgramme,
  OrganisationRepository,
  ProgrammeRepository,
  refuseOfOneOrganisation,
  type Table,
  WorkforceRepository,
} from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { headcountsOf, type KeptBaseline, peopleIn } from '../../domain/baseline/baseline';
import { readBaseline } from '../../domain/baseline/read-baseline';
import { tellOfEquity } from '../equity-events';
import { BaselineRepository } from '../ports/baseline.repository';
import { reachedOf } from './reached-baseline';

/** Counts of a workforce as they are handed in. */
export interface BaselineTables {
  /** By organisation, profession, grade and stage. */
  readonly workforce: Table;
  /**
   * By equality question and answer, of the same people. Absent, those of the baseline before stay as they are: whoever
   * may not read them would take them away without knowing. A table of headings alone takes them away.
   */
  readonly characteristics?: Table;
}

/** Replaces the baseline of a programme, and with it the headcounts that ask rate and reach of its rounds are shares of. */
@Injectable()
export class SetBaseline {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly programmes: ProgrammeRepository,
    private readonly organisations: OrganisationRepository,
    private readonly baselines: BaselineRepository,
    private readonly headcounts: WorkforceRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param replaces the version that is replaced; without it there was none before
   * @returns as much of it as whoever sets it may read
   * @throws NotFound, Forbidden, StaleVersion, Conflict `baseline.exists`, InputRefused with every fault; nothing changes then
   */
  run(
    authority: Authority,
    programmeId: string,
    tables: BaselineTables,
    replaces?: number,
  ): Promise<KeptBaseline> {
    return this.transaction.run(async () => {
      refuseOfOneOrganisation(authority, programmeId);
      await lockProgramme(this.programmes, programmeId);
      const before = await this.baselines.read(programmeId);
      const version = nextVersion(before, programmeId, replaces);
      const read = readBaseline(tables.workforce, tables.characteristics, {
        catalogue: this.catalogue,
        organisations: await this.#organisationsOf(programmeId),
        characteristics: before?.characteristics ?? [],
      });
      const baseline = { ...read, version };
      await this.baselines.replace(programmeId, baseline);
      await this.headcounts.replace(programmeId, headcountsOf(baseline));
      await tellOfEquity(this.trail, 'equity-baseline.set', {
        ...{
          authority,
          programmeId,
          details: { parts: baseline.parts.length, people: peopleIn(baseline.parts) },
        },
      });
      return reachedOf(baseline, authority, programmeId);
    });
  }

  async #organisationsOf(programmeId: string): Promise<ReadonlyMap<string, string>> {
    const known = await this.organisations.ofProgramme(programmeId);
    return new Map(
      known.flatMap(({ id, name, odsCode }) =>
        [name, odsCode].flatMap((label) => (label === undefined ? [] : [[label.toLowerCase(), id] as const])),
      ),
    );
  }
}

function nextVersion(
  before: KeptBaseline | undefined,
  programmeId: string,
  replaces: number | undefined,
): number {
  if (replaces === undefined) {
    if (before === undefined) return 1;
    throw new Conflict(
      'baseline.exists',
      'There is a baseline already: say which version of it you replace.',
    );
  }
  if (before === undefined) throw new NotFound('baseline of programme', programmeId);
  if (before.version !== replaces) throw new StaleVersion('baseline');
  return before.version + 1;
}
