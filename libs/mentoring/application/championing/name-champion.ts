import { AuditTrail, type Authority, Clock, Conflict, NotFound, Random, Transaction } from '@evenhand/kernel';
import {
  lockOpenProgramme,
  PersonRepository,
  ProgrammeRepository,
  type RegisteredPerson,
} from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { Championing } from '../../domain/championing';
import { areColleagues, mayChampion } from '../../domain/senior-colleague';
import { ChampioningRepository } from '../ports/championing.repository';
import { Colleagues, type NamedColleague } from '../ports/colleagues';
import { championingEvent } from './championing-event';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** Somebody names the colleague who is to open a door for them. */
@Injectable()
export class NameChampion {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly persons: PersonRepository,
    private readonly colleagues: Colleagues,
    private readonly championings: ChampioningRepository,
    private readonly catalogue: Catalogue,
    private readonly show: ShowChampionings,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws NotFound where whoever asks is nobody in the programme, and in the same words whether a person is missing,
   *   not active, of another organisation or not senior: nobody learns of a colleague by naming them; Conflict
   *   `programme.closed`, `championing.cannot-name-oneself`, `championing.already-named`
   */
  run(authority: Authority, programmeId: string, named: NamedColleague): Promise<ShownChampioning> {
    return this.transaction.run(async () => {
      const person = await this.self(authority, programmeId);
      await lockOpenProgramme(this.programmes, programmeId);
      const champion = await this.colleague(person, named);
      const championing: Championing = {
        ...{ id: this.random.uuid(), programmeId, personId: person.id, championPersonId: champion.id },
        ...{ state: 'named', namedAt: this.clock.now(), version: 1 },
      };
      await this.championings.add(championing);
      await this.trail.record(championingEvent(authority, championing, 'change', 'named'));
      return this.show.ofOne(authority, championing);
    });
  }

  private async self(authority: Authority, programmeId: string): Promise<RegisteredPerson> {
    const id = authority.personIn(programmeId);
    const person =
      id === undefined || authority.own({ personIds: [id] }) === undefined
        ? undefined
        : await this.persons.byId(id);
    if (person === undefined) {
      throw new NotFound('programme', programmeId);
    }
    return person;
  }

  private async colleague(person: RegisteredPerson, named: NamedColleague): Promise<RegisteredPerson> {
    const found = await this.colleagues.find(person.programmeId, named);
    if (found?.id === person.id) {
      throw new Conflict(
        'championing.cannot-name-oneself',
        'Nobody is their own champion: name a colleague.',
      );
    }
    const today = this.clock.today();
    if (
      !found?.active ||
      !areColleagues(person, found, today) ||
      !mayChampion(found, person, today, this.catalogue)
    ) {
      throw new NotFound('person', 'personId' in named ? named.personId : named.reference);
    }
    return found;
  }
}
