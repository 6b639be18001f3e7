import { StaleVersion } from '@evenhand/kernel';
import { type LeadershipPlan, LeadershipPlanRepository, type PlanSection } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { LeadershipPlanRow, LeadershipPlanSectionRow } from '../../rows/plan/leadership-plan.row';
import { insertRows, updateRows } from '../statements';

/** Keeps plans in `leadership_plan` and `leadership_plan_section`. */
@Injectable()
export class TypeormLeadershipPlanRepository extends LeadershipPlanRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override add(plan: LeadershipPlan): Promise<void> {
    return insertRows(this.database, 'leadership_plan', [rowOf(plan)], ['programme_id']);
  }

  override async save(plan: LeadershipPlan): Promise<LeadershipPlan> {
    await updateRows(
      this.database,
      'leadership_plan',
      CHANGING,
      [rowOf(plan)],
      'leadership plan',
      'programme_id',
    );
    return { ...plan, version: plan.version + 1 };
  }

  override ofProgramme(programmeId: string): Promise<LeadershipPlan | undefined> {
    return this.found(programmeId, '');
  }

  override lock(programmeId: string): Promise<LeadershipPlan | undefined> {
    return this.found(programmeId, 'for update');
  }

  override addSection(section: PlanSection): Promise<void> {
    return insertRows(
      this.database,
      'leadership_plan_section',
      [sectionRowOf(section)],
      ['programme_id', 'kind', 'code'],
    );
  }

  override async saveSection(section: PlanSection): Promise<PlanSection> {
    const { programmeId, kind, code, owner, evidence, state, releases, version } = section;
    const saved = await this.database.query(
      `update leadership_plan_section
      set owner = $5, evidence = $6, state = $7, releases = $8::jsonb, version = version + 1
      where programme_id = $1 and kind = $2 and code = $3 and version = $4 returning code`,
      [programmeId, kind, code, version, owner, evidence, state, JSON.stringify(releases)],
    );
    if (saved.length === 0) {
      throw new StaleVersion('plan section');
    }
    return { ...section, version: version + 1 };
  }

  override async sections(programmeId: string): Promise<readonly PlanSection[]> {
    const rows = await this.database.query<LeadershipPlanSectionRow>(
      'select * from leadership_plan_section where programme_id = $1 order by kind, code',
      [programmeId],
    );
    return rows.map(({ programme_id, ...section }) => ({ programmeId: programme_id, ...section }));
  }

  private async found(programmeId: string, hold: '' | 'for update'): Promise<LeadershipPlan | undefined> {
    const [row] = await this.database.query<LeadershipPlanRow>(
      `select programme_id, title, starts_on::text as starts_on, vacancies, version
      from leadership_plan where programme_id = $1 ${hold}`,
      [programmeId],
    );
    if (row === undefined) {
      return undefined;
    }
    const { programme_id, starts_on, ...plan } = row;
    return { programmeId: programme_id, startsOn: starts_on, ...plan };
  }
}

const CHANGING = ['title', 'starts_on', 'vacancies'] as const;

function rowOf({ programmeId, startsOn, ...plan }: LeadershipPlan) {
  return { programme_id: programmeId, starts_on: startsOn, ...plan } satisfies LeadershipPlanRow;
}

function sectionRowOf({ programmeId, ...section }: PlanSection) {
  return { programme_id: programmeId, ...section } satisfies LeadershipPlanSectionRow;
}
