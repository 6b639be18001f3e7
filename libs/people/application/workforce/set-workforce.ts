import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { quoted } from '../../domain/quoted';
import { type CatalogueCells, catalogueCells } from '../catalogue-cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { ProgrammeRepository } from '../ports/programme.repository';
import { type Headcounts, WorkforceRepository } from '../ports/workforce.repository';
import { readNumber } from '../profiles/profile-cells';
import { lockProgramme } from '../programmes/programme-lock';
import { refuseBesideBaseline } from './refuse-beside-baseline';
import { refuseOfOneOrganisation } from '../programmes/reached-programme';

/** How many people of a profession a programme has in scope. */
export interface HeadcountInput {
  /** Code of the profession, or any of its labels. */
  readonly profession: string;
  readonly headcount: number;
}

const MOST_PEOPLE = 999_999_999;

/** Replaces the headcounts of a programme. */
@Injectable()
export class SetWorkforce {
  private readonly cells: CatalogueCells;

  constructor(
    catalogue: Catalogue,
    private readonly workforce: WorkforceRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {
    this.cells = catalogueCells(catalogue);
  }

  /** @throws NotFound, Forbidden, Conflict `workforce.follows-baseline`, InputRefused with every fault */
  async run(
    authority: Authority,
    programmeId: string,
    input: readonly HeadcountInput[],
  ): Promise<Headcounts> {
    const headcounts = this.read(input);
    await this.transaction.run(async () => {
      refuseOfOneOrganisation(authority, programmeId);
      await lockProgramme(this.programmes, programmeId);
      await refuseBesideBaseline(this.workforce, programmeId);
      await this.workforce.replace(programmeId, headcounts);
      const details = { professions: headcounts.size };
      await tell(this.trail, 'workforce.set', { authority, programmeId, details });
    });
    return headcounts;
  }

  private read(input: readonly HeadcountInput[]): Headcounts {
    const members = new Members();
    const headcounts = new Map<string, number>();
    input.forEach(({ profession: label, headcount }, at) => {
      const place = `headcounts[${at}]`;
      const profession = members.read(`${place}.profession`, label, this.cells.profession, undefined);
      const bounds = { least: 0, most: MOST_PEOPLE, whole: true };
      const count = readNumber(members, `${place}.headcount`, headcount, bounds);
      if (profession !== undefined && headcounts.has(profession)) {
        members.refuse(`${place}.profession`, `${quoted(label)} is the profession of an earlier one`);
      } else if (profession !== undefined) {
        headcounts.set(profession, count);
      }
    });
    members.refuseAll();
    return headcounts;
  }
}
