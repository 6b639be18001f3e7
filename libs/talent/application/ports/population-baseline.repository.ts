import type { PopulationBaseline } from '../../domain/plan/population-baseline';

/** Keeps the numbers of workforce and community that a programme brought in, one set for each. */
export abstract class PopulationBaselineRepository {
  abstract add(baseline: PopulationBaseline): Promise<void>;
  /** The baseline as kept, one version higher. @throws StaleVersion when it has another version by now */
  abstract save(baseline: PopulationBaseline): Promise<PopulationBaseline>;
  abstract ofProgramme(programmeId: string): Promise<PopulationBaseline | undefined>;
}
