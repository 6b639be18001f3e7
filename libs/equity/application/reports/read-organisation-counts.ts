import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { ReportWindow } from '../../domain/reports/equity-report';
import { USUAL_WINDOW_MONTHS } from '../../domain/reports/report-order';
import { accountOf, refuseUnreached } from '../account-of';
import { tellOfEquity } from '../equity-events';
import { AuditedRounds } from '../ports/audited-rounds';
import {
  type OrganisationCount,
  OrganisationCounts,
  type OrganisationLook,
} from '../ports/organisation-counts';
import { ReportSettings } from '../ports/report-settings';
import { coveredMonths, refuseUncovered } from './covered-months';
import { refuseOwnRounds } from './refuse-own-rounds';
import { windowOf } from './window-of';

/** True counts of an organisation, and the look at them that was kept. */
export interface CountedOrganisation {
  readonly look: OrganisationLook;
  readonly window: ReportWindow;
  readonly counts: readonly OrganisationCount[];
}

/** An organisation's own auditor looks at its people in true counts, by profession, grade and stage. */
@Injectable()
export class ReadOrganisationCounts {
  constructor(
    private readonly counts: OrganisationCounts,
    private readonly rounds: AuditedRounds,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly transaction: Transaction,
    private readonly settings: ReportSettings,
  ) {}

  /**
   * @param purpose what the look is for; it is kept with who looked and when
   * @throws NotFound where they are not the organisation's own auditor; Conflict `equity-report.ran-by-you`
   */
  run(
    authority: Authority,
    { programmeId, organisationId }: { readonly programmeId: string; readonly organisationId: string },
    purpose: string,
  ): Promise<CountedOrganisation> {
    return this.transaction.run(async () => {
      refuseUnreached(authority, programmeId);
      if (!authority.organisationsIn(programmeId).includes(organisationId)) {
        throw new NotFound('organisation', organisationId);
      }
      const window = this.#window();
      await refuseOwnRounds(this.rounds, authority, programmeId, window);
      const look: OrganisationLook = {
        ...{ id: this.random.uuid(), programmeId, organisationId, purpose },
        ...{ lookedBy: accountOf(authority), lookedAt: this.clock.now() },
      };
      await this.counts.keepLook(look);
      await tellOfEquity(this.trail, 'equity-counts.read', {
        ...{ authority, programmeId, thing: { kind: 'equity-look', id: look.id } },
        details: { organisation: organisationId },
      });
      return { look, window, counts: await this.counts.of(programmeId, organisationId, window) };
    });
  }

  /** The usual window, or the longest in which nobody is missing where that is shorter. */
  #window(): ReportWindow {
    const [lastDay, { closedRecordDays }] = [this.clock.today(), this.settings];
    const months = coveredMonths(lastDay, closedRecordDays).findLast((each) => each <= USUAL_WINDOW_MONTHS);
    refuseUncovered(months ?? USUAL_WINDOW_MONTHS, lastDay, closedRecordDays);
    return windowOf({ months: months!, lastDay });
  }
}
