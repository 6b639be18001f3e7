import { Authority, type Reach } from './authority';

const MAY = 'programme-may';
const JUNE = 'programme-june';
const ANA = 'person-ana';
const BEN = 'person-ben';

function authority(...reaches: readonly Reach[]): Authority {
  return new Authority(
    { kind: 'account', id: 'account', persons: [{ programmeId: MAY, personId: ANA }] },
    reaches,
  );
}

describe('an authority', () => {
  it('over a programme reaches whatever belongs to it, and nothing else', () => {
    const coordinator = authority({ role: 'coordinator', programmeId: MAY });
    expect(coordinator.over({ programmeId: MAY, personIds: [BEN] })?.role).toBe('coordinator');
    expect(coordinator.over({ programmeId: JUNE, personIds: [BEN] })).toBeUndefined();
    expect(coordinator.over({})).toBeUndefined();
    expect([coordinator.reachesProgramme(MAY), coordinator.reachesService()]).toEqual([true, false]);
  });

  it('over every programme reaches all, and what stands above programmes', () => {
    const coordinator = authority({ role: 'coordinator' });
    expect(coordinator.over({ programmeId: JUNE })).toBeDefined();
    expect(coordinator.over({})).toBeDefined();
    expect(coordinator.reachesService()).toBe(true);
    expect(coordinator.limits()).toBeUndefined();
  });

  it('over what a programme shows to everybody in it reaches that, and nothing of anybody', () => {
    const everybody = authority({ role: 'mentor', programmeId: MAY, extent: 'commons' });
    expect([everybody.reachesCommonsOf(MAY), everybody.reachesCommonsOf(JUNE)]).toEqual([true, false]);
    expect([everybody.reachesProgramme(MAY), everybody.holdsEverywhere()]).toEqual([false, false]);
    expect(everybody.limitsOfCommons()).toEqual({ programmeIds: [MAY], personIds: [] });
    expect(everybody.limits()).toEqual({ programmeIds: [], personIds: [] });
  });

  it('over the service reaches what every programme shows, and about the account nothing else', () => {
    const admin = authority({ role: 'platform_admin', extent: 'service' });
    expect([admin.holdsEverywhere(), admin.reachesCommonsOf(JUNE), admin.reachesProgramme(JUNE)]).toEqual([
      ...[true, true, false],
    ]);
    expect([admin.reachesService(), admin.limits()]).toEqual([true, { programmeIds: [], personIds: [] }]);
    const holder = authority({ role: 'coordinator', extent: 'account' });
    expect(holder.reachesService()).toBe(false);
    expect([holder.holdsEverywhere(), holder.reachesCommonsOf(JUNE), holder.limits()]).toEqual([
      ...[false, false, { programmeIds: [], personIds: [] }],
    ]);
  });

  it('over one’s own reaches that and not the programme', () => {
    const mentee = authority({ role: 'aspiring_leader', programmeId: MAY, personId: ANA });
    expect(mentee.over({ programmeId: MAY, personIds: [BEN, ANA] })?.personId).toBe(ANA);
    expect(mentee.over({ programmeId: MAY, personIds: [BEN] })).toBeUndefined();
    expect(mentee.reachesProgramme(MAY)).toBe(false);
  });

  it('knows the organisations whose own auditor somebody is, in the programme alone', () => {
    const auditor = authority(
      { role: 'hr_auditor', programmeId: MAY, organisationId: 'trust' },
      { role: 'hr_auditor', programmeId: JUNE, organisationId: 'board' },
    );
    expect(auditor.organisationsIn(MAY)).toEqual(['trust']);
    expect(auditor.reachesProgramme(MAY)).toBe(true);
  });

  it('of an organisation’s own auditor reaches of what belongs to one each only theirs', () => {
    const auditor = authority({ role: 'hr_auditor', programmeId: MAY, organisationId: 'trust' });
    const reached = (one: Authority) =>
      ['trust', 'board', undefined].map((organisationId) => one.reachesOrganisation(MAY, organisationId));
    expect(reached(auditor)).toEqual([true, false, false]);
    expect(auditor.reachesOrganisation(JUNE, 'trust')).toBe(false);
    const noOwn = { personIds: [] };
    expect(auditor.limitsByOrganisation()).toEqual({
      ...{ programmeIds: [], organisationIds: ['trust'], ...noOwn },
    });
    const both = authority(...auditor.reaches, { role: 'talent_board', programmeId: MAY });
    expect(reached(both)).toEqual([true, true, true]);
    expect(both.limitsByOrganisation()).toEqual({
      ...{ programmeIds: [MAY], organisationIds: ['trust'], ...noOwn },
    });
    const everywhere = authority(...auditor.reaches, { role: 'hr_auditor' });
    expect([reached(everywhere), everywhere.limitsByOrganisation()]).toEqual([[true, true, true], undefined]);
    const own = authority({ role: 'mentor', programmeId: MAY, personId: ANA });
    expect([reached(own), own.limitsByOrganisation()]).toEqual([
      ...[[false, false, false], { programmeIds: [], organisationIds: [], personIds: [ANA] }],
    ]);
  });

  it('prefers the reach over the whole programme, and still knows one’s own', () => {
    const both = authority(
      { role: 'mentor', programmeId: MAY, personId: ANA },
      { role: 'coordinator', programmeId: MAY },
    );
    const thing = { programmeId: MAY, personIds: [ANA] };
    expect(both.over(thing)?.role).toBe('coordinator');
    expect(both.own(thing)?.role).toBe('mentor');
    expect(both.limits()).toEqual({ programmeIds: [MAY], personIds: [ANA] });
  });

  it('of nobody reaches nothing', () => {
    expect(authority().over({ programmeId: MAY })).toBeUndefined();
    expect(authority().limits()).toEqual({ programmeIds: [], personIds: [] });
  });

  it('knows who the actor is in each programme', () => {
    expect(authority().personIn(MAY)).toBe(ANA);
    expect(authority().personIn(JUNE)).toBeUndefined();
    expect([authority().is(ANA), authority().is(BEN)]).toEqual([true, false]);
  });

  it('of a program works for every programme', () => {
    const worker = Authority.ofProgram('worker');
    expect(worker.reachesProgramme(JUNE)).toBe(true);
    expect(worker.actor).toEqual({ kind: 'program', id: 'worker', persons: [] });
  });
});
