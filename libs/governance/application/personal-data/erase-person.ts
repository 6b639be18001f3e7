import { AuditTrail, type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { ErasureReason } from '../../domain/erasure';
import { DataSubjects } from '../ports/data-subjects';
import { LogPseudonyms } from '../ports/log-pseudonyms';
import { type DataSubject, type Erased, PersonalDataHolders } from '../ports/personal-data-holder';

/** What an erasure came to. */
export interface ErasureOutcome {
  /** In how many programmes somebody was erased. */
  readonly persons: number;
  /** False where the account holds somebody else still, or a role: then it stays, and nothing else. */
  readonly accountErased: boolean;
  /** Proposals and matches with others that ended. */
  readonly ended: number;
}

/**
 * Erases people: their rows go, in one transaction; what was frozen or published stays as it is, and nothing leads from it
 * to them; the log tells of the erasure, and then no longer knows whom it means.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly subjects: DataSubjects,
    private readonly programmes: ProgrammeRepository,
    private readonly pseudonyms: LogPseudonyms,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** Erases the actor, in every programme. */
  oneself(authority: Authority): Promise<ErasureOutcome> {
    const { id, persons } = authority.actor;
    const own = persons.filter(
      ({ personId }, at) =>
        authority.own({ personIds: [personId] }) !== undefined &&
        // Whoever has two roles in a programme is one person there.
        persons.findIndex((one) => one.personId === personId) === at,
    );
    return this.transaction.run(() =>
      this.erase(authority, { persons: own, accountId: id }, 'asked_by_person'),
    );
  }

  /** Erases a person of a programme; who they are in others stays. @throws NotFound */
  run(authority: Authority, personId: string, reason: ErasureReason): Promise<ErasureOutcome> {
    return this.transaction.run(async () => {
      const subject = await this.subjects.ofPerson(personId);
      const programmeId = subject?.persons[0]?.programmeId;
      if (subject === undefined || programmeId === undefined || !authority.reachesProgramme(programmeId)) {
        throw new NotFound('person', personId);
      }
      return this.erase(authority, subject, reason);
    });
  }

  private async erase(
    authority: Authority,
    subject: DataSubject,
    reason: ErasureReason,
  ): Promise<ErasureOutcome> {
    const held = [...new Set(subject.persons.map(({ programmeId }) => programmeId))].sort();
    for (const programmeId of held) await this.programmes.lock(programmeId);
    const erased: Erased[] = [];
    for (const holder of this.holders.all) erased.push(await holder.erase(subject));
    const gone = erased.flatMap((one) => one.gone);
    const touched = erased.flatMap((one) => one.touched);
    for (const { personId, programmeId } of subject.persons) {
      await this.trail.record({
        ...{ kind: 'change', action: 'person.erased', authority, programmeId, personIds: [personId] },
        details: { reason },
      });
    }
    for (const thing of touched) await this.trail.record({ kind: 'decision', authority, ...thing });
    await this.pseudonyms.forget(gone);
    return {
      persons: subject.persons.length,
      accountErased: subject.accountId !== undefined && gone.includes(subject.accountId),
      ended: touched.length,
    };
  }
}
