import type { KeptBaseline } from '../../domain/baseline/baseline';

/** Keeps baselines of the workforce. */
export abstract class BaselineRepository {
  /** In place of the one before. */
  abstract replace(programmeId: string, baseline: KeptBaseline): Promise<void>;
  /** Undefined where the programme has none. */
  abstract read(programmeId: string): Promise<KeptBaseline | undefined>;
}
