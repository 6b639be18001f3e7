import { Authority, Clock, Conflict, Forbidden, InputRefused, NotFound } from '@evenhand/kernel';
import { authorityOfPerson, EVERYWHERE } from '@evenhand/testing';
import type { EqualityAnswers, EqualityRecord } from '../../domain/answers/equality-record';
import { GiveEqualityAnswers } from './give-equality-answers';
import { ObjectToEqualityQuestions } from './object-to-equality-questions';
import { EqualityRecordRepository } from '../ports/equality-record.repository';
import { ReadEqualityRecord } from './read-equality-record';
import { WithdrawEqualityAnswers } from './withdraw-equality-answers';

class InMemoryRecords extends EqualityRecordRepository {
  readonly kept = new Map<string, EqualityRecord>();

  override ofPerson(personId: string): Promise<EqualityRecord | undefined> {
    return Promise.resolve(this.kept.get(personId));
  }
  override keep(personId: string, answers: EqualityAnswers, since: Date): Promise<boolean> {
    const objects = this.kept.get(personId)?.kind === 'objected';
    if (!objects) this.kept.set(personId, { kind: 'consented', since, answers });
    return Promise.resolve(!objects);
  }
  override remove(personId: string): Promise<void> {
    if (this.kept.get(personId)?.kind === 'consented') this.kept.delete(personId);
    return Promise.resolve();
  }
  override object(personId: string, since: Date): Promise<void> {
    this.kept.set(personId, { kind: 'objected', since });
    return Promise.resolve();
  }
  override takeBackObjection(personId: string): Promise<void> {
    if (this.kept.get(personId)?.kind === 'objected') this.kept.delete(personId);
    return Promise.resolve();
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return NOW;
  }
}

const NOW = new Date('2026-10-01T09:00:00Z');
const ANSWERS = { sex: 'female', religion: 'prefer_not_to_say' };
const ana = authorityOfPerson('ana', 'may');
const anaTwice = new Authority(ana.actor, [
  ...ana.reaches,
  { role: 'mentor', programmeId: 'june', personId: 'ana in june' },
]);

function desk() {
  const records = new InMemoryRecords();
  const clock = new StandingClock();
  return {
    records,
    give: new GiveEqualityAnswers(records, clock),
    read: new ReadEqualityRecord(records),
    withdraw: new WithdrawEqualityAnswers(records),
    objection: new ObjectToEqualityQuestions(records, clock),
  };
}

describe('Equality answers', () => {
  it('are kept with consent, and shown to whoever gave them', async () => {
    const { give, read, records } = desk();
    expect(await read.run(ana)).toBeUndefined();
    const given = await give.run(ana, { consent: true, answers: ANSWERS });
    expect(given).toEqual({ kind: 'consented', since: NOW, answers: ANSWERS });
    expect(await read.run(ana, 'may')).toEqual(given);
    expect([...records.kept.keys()]).toEqual(['ana']);
  });

  it('are not kept without consent, nor where one of them is no answer', async () => {
    const { give, records } = desk();
    for (const refused of [
      { consent: false, answers: ANSWERS },
      { consent: true, answers: { sex: 'no answer of ours' } },
    ]) {
      await expect(give.run(ana, refused)).rejects.toThrow(InputRefused);
    }
    expect(records.kept.size).toBe(0);
  });

  it('go when they are taken back', async () => {
    const { give, read, withdraw } = desk();
    await give.run(ana, { consent: true, answers: ANSWERS });
    await withdraw.run(ana);
    expect(await read.run(ana)).toBeUndefined();
    await withdraw.run(ana);
  });

  it('go when somebody objects, who is not asked again until they take that back themselves', async () => {
    const { give, read, withdraw, objection } = desk();
    await give.run(ana, { consent: true, answers: ANSWERS });
    await objection.run(ana);
    expect(await read.run(ana)).toEqual({ kind: 'objected', since: NOW });
    await expect(give.run(ana, { consent: true, answers: ANSWERS })).rejects.toThrow(Conflict);
    await withdraw.run(ana);
    expect(await read.run(ana)).toMatchObject({ kind: 'objected' });
    await objection.takeBack(ana);
    expect(await read.run(ana)).toBeUndefined();
  });

  it('are of one programme, which somebody names who is in several', async () => {
    const { give, read, records } = desk();
    await expect(give.run(anaTwice, { consent: true, answers: ANSWERS })).rejects.toThrow(InputRefused);
    await give.run(anaTwice, { consent: true, answers: ANSWERS }, 'june');
    expect([...records.kept.keys()]).toEqual(['ana in june']);
    expect(await read.run(anaTwice, 'may')).toBeUndefined();
  });

  it('are nobody’s else, whatever their role reaches', async () => {
    const { give, read } = desk();
    await give.run(ana, { consent: true, answers: ANSWERS });
    await expect(read.run(EVERYWHERE, 'may')).rejects.toThrow(NotFound);
    await expect(read.run(EVERYWHERE)).rejects.toThrow(Forbidden);
    await expect(read.run(ana, 'june')).rejects.toThrow(NotFound);
    expect(await read.run(authorityOfPerson('ben', 'may'))).toBeUndefined();
  });
});
