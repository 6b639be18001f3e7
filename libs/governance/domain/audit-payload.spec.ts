import { type AuditedEvent, Authority } from '@evenhand/kernel';
import { authorityIn, authorityOfPerson } from '@evenhand/testing';
import { auditPayload, isKept, namedIn, subjectsOf } from './audit-payload';

const coordinator = authorityIn('north');
const event = (more: Partial<AuditedEvent> = {}): AuditedEvent => ({
  kind: 'read',
  action: 'person.read',
  authority: coordinator,
  programmeId: 'north',
  personIds: ['ann'],
  ...more,
});
const told = (more: Partial<AuditedEvent>) =>
  JSON.parse(auditPayload(event(more), (id) => `~${id}`)) as Record<string, unknown>;

describe('An event of the log', () => {
  it('is canonical JSON with pseudonyms in place of people and accounts', () => {
    const more = { personIds: ['bob', 'ann', 'bob'], details: { reason: 'agreed', by: 'ann', pages: 2 } };
    expect(auditPayload(event(more), (id) => `~${id}`)).toBe(
      `{"action":"person.read","actor":{"id":"~${coordinator.actor.id}","kind":"account","role":"coordinator"},` +
        '"details":{"by":"~ann","pages":2,"reason":"agreed"},"kind":"read","programme":"north","subjects":["~ann","~bob"]}',
    );
  });

  it('is about the account or person that something was done to, too', () => {
    const thing = { kind: 'account', id: 'acc' };
    expect(subjectsOf(event({ thing }))).toEqual(['ann', 'acc']);
    expect(told({ thing })).toMatchObject({
      subjects: ['~acc', '~ann'],
      thing: { kind: 'account', id: '~acc' },
    });
    const round = { kind: 'matching-round', id: 'autumn' };
    expect(told({ thing: round })).toMatchObject({ subjects: ['~ann'], thing: round });
  });

  it('names a program as it is called', () => {
    const authority = Authority.ofProgram('worker');
    expect(namedIn(event({ authority }))).toEqual(['ann']);
    expect(told({ authority })).toMatchObject({ actor: { kind: 'program', id: 'worker', role: 'worker' } });
  });

  it.each([
    [
      'that reaches the programme',
      [
        { role: 'mentor', personId: 'me' },
        { role: 'coordinator', programmeId: 'north' },
      ],
      'coordinator',
    ],
    [
      'as one of those whom it is about',
      [
        { role: 'coordinator', programmeId: 'south' },
        { role: 'mentor', programmeId: 'north', personId: 'ann' },
      ],
      'mentor',
    ],
    [
      'held there by one of a pair',
      [
        { role: 'coordinator', programmeId: 'south' },
        { role: 'mentor', programmeId: 'north', personId: 'me' },
      ],
      'mentor',
    ],
    ['held at all', [{ role: 'hr_auditor', programmeId: 'south' }], 'hr_auditor'],
  ])('is by the role %s', (_, reaches, role) => {
    const authority = new Authority({ kind: 'account', id: 'acc', persons: [] }, reaches);
    expect(told({ authority })).toMatchObject({ actor: { role } });
  });

  it.each(['person', 'Person.read', 'person read', 'person.read '])('is no %j', (action) => {
    expect(() => auditPayload(event({ action }), String)).toThrow(RangeError);
  });

  it.each(['ann@trust.example', 'She asked me', 'Zoë', 'a\nb', 'x'.repeat(201)])('holds no %j', (words) => {
    expect(() => auditPayload(event({ details: { why: words } }), String)).toThrow('why may hold words');
  });

  it('holds codes, ids, days and addresses of machines', () => {
    const details = {
      day: '2026-12-01',
      rule: 'ahp/dietitian',
      issuer: 'https://id.example/a+b',
      from: '::1',
    };
    expect(told({ details })).toMatchObject({ details });
  });
});

describe('What is kept', () => {
  const ann = authorityOfPerson('ann', 'north');

  it('is all but that somebody read what is their own', () => {
    expect(isKept(event())).toBe(true);
    expect(isKept(event({ authority: ann }))).toBe(false);
    expect(isKept(event({ authority: ann, personIds: ['ann', 'bob'] }))).toBe(true);
    expect(isKept(event({ authority: ann, kind: 'change' }))).toBe(true);
    expect(isKept(event({ authority: ann, personIds: [] }))).toBe(true);
  });
});
