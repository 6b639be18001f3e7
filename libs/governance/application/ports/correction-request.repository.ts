import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { CorrectionRequest, CorrectionState } from '../../domain/correction-request';

/** Which requests are listed. */
export interface CorrectionFilter {
  readonly programmeId?: string;
  readonly state?: CorrectionState;
}

/** Keeps what people asked to have corrected. */
export abstract class CorrectionRequestRepository {
  /** @throws Conflict `correction-request.exists` where the person asks for the same field already */
  abstract add(request: CorrectionRequest): Promise<void>;
  /** @returns the request as it is now, one version higher @throws StaleVersion */
  abstract save(request: CorrectionRequest): Promise<CorrectionRequest>;
  /** The request, held for this transaction. */
  abstract lock(id: string): Promise<CorrectionRequest | undefined>;
  /** Those within the limits, the newest first. */
  abstract list(
    limits: Limits | undefined,
    filter: CorrectionFilter,
    page: PageRequest,
  ): Promise<Page<CorrectionRequest>>;
}
