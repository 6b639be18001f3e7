import { EVERYWHERE } from '@evenhand/testing';
import fc from 'fast-check';
import { auditPayload } from './audit-payload';
import { ChainCheck, eventSha256, type SeenHead } from './chain-check';
import { type ChainedEvent, columnsOf, toldIn } from './chained-event';
import { NO_EVENT } from './signed-head';

/** The chain of so many events. */
function chainOf(length: number): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const payload = auditPayload(
      {
        kind: 'read',
        action: 'person.read',
        authority: EVERYWHERE,
        programmeId: 'north',
        personIds: [`p${seq}`],
      },
      String,
    );
    const at = new Date(Date.UTC(2026, 11, 1, 9, 0, seq)).toISOString();
    chain.push(linked({ seq, at, payload }, chain.at(-1)?.sha256));
  }
  return chain;
}

/** An event with the hash that belongs to it behind that one. */
function linked(
  { seq, at, payload }: Pick<ChainedEvent, 'seq' | 'at' | 'payload'>,
  previousSha256 = NO_EVENT.sha256,
): ChainedEvent {
  const event = { seq, at, payload, previousSha256 };
  return { ...event, sha256: eventSha256({ ...event, sha256: '' }), columns: columnsOf(toldIn(payload)) };
}

/** The chain with every link forged anew. */
function relinked(events: readonly ChainedEvent[]): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (const event of events) chain.push(linked(event, chain.at(-1)?.sha256));
  return chain;
}

function headOf(chain: readonly ChainedEvent[], seq = chain.length): SeenHead {
  return { name: `head ${seq}`, seq, sha256: chain[seq - 1]!.sha256 };
}

function faultOf(events: readonly ChainedEvent[], heads: readonly SeenHead[] = []): string | undefined {
  const check = new ChainCheck(heads);
  for (const event of events) {
    const fault = check.take(event);
    if (fault !== undefined) return fault;
  }
  return check.end();
}

const chain = chainOf(6);
/** The chain with one event changed. */
const changed = (seq: number, more: Partial<ChainedEvent>): ChainedEvent[] =>
  chain.map((event) => (event.seq === seq ? { ...event, ...more } : event));
const without = (...gone: readonly number[]): ChainedEvent[] =>
  chain.filter(({ seq }) => !gone.includes(seq));
const other = chain[0]!.payload.replace('p1', 'p9');

describe('A log', () => {
  it('is whole as it was written, and as every head has seen it', () => {
    expect(faultOf(chain)).toBeUndefined();
    expect(faultOf(chain, [headOf(chain, 2), headOf(chain, 6)])).toBeUndefined();
    expect(faultOf([], [])).toBeUndefined();
  });

  it.each<[string, ChainedEvent[], SeenHead[], string]>([
    [
      'an event was altered',
      changed(3, { payload: other }),
      [],
      'Event 3 was altered: its hash is not that of what it says.',
    ],
    ['its time was altered', changed(3, { at: '2026-12-01T09:00:03.001Z' }), [], 'Event 3 was altered'],
    [
      'its hash was altered with it',
      changed(3, linked({ ...chain[2]!, payload: other }, chain[1]!.sha256)),
      [],
      'Event 4 does not follow event 3 as it is now',
    ],
    ['one was removed', without(3), [], 'Event 3 is missing: after event 2 comes event 4.'],
    ['several were removed', without(3, 4), [], 'Events 3 to 4 are missing: after event 2 comes event 5.'],
    ['the first was removed', without(1), [], 'Event 1 is missing: the log begins with event 2.'],
    [
      'two changed places',
      [chain[0]!, { ...chain[2]!, seq: 2 }, { ...chain[1]!, seq: 3 }],
      [],
      'Event 2 does not follow event 1 as it is now',
    ],
    [
      'the beginning is another one',
      [{ ...chain[0]!, previousSha256: 'f'.repeat(64) }],
      [],
      'Event 1 does not begin the chain',
    ],
    [
      'the end was cut off',
      without(6),
      [headOf(chain)],
      'The log ends with event 5, but head 6 has seen event 6: its end was cut off.',
    ],
    ['all of it is gone', [], [headOf(chain)], 'The log ends with event 0, but head 6 has seen event 6'],
    [
      'it was written anew',
      relinked(changed(3, { payload: other })),
      [headOf(chain)],
      'Event 6 is not the one that head 6 has seen',
    ],
    [
      'it is dated back',
      relinked(changed(3, { at: '2026-11-30T09:00:00.000Z' })),
      [],
      'Event 3 is dated before event 2.',
    ],
    [
      'it says nothing',
      [
        {
          ...linked(chain[0]!),
          payload: 'nothing',
          sha256: eventSha256({ ...chain[0]!, payload: 'nothing' }),
        },
      ],
      [],
      'Event 1 says nothing that can be read.',
    ],
  ])('is not whole where %s', (_, events, heads, fault) => {
    expect(faultOf(events, heads)).toContain(fault);
  });

  it.each<[string, Partial<ChainedEvent['columns']>]>([
    ['kind', { kind: 'change' }],
    ['action', { action: 'person.changed' }],
    ['programme', { programme: 'south' }],
    ['actor’s role', { actorRole: 'mentor' }],
    ['actor', { actor: 'somebody' }],
    ['subjects', { subjects: [] }],
  ])(
    'is not whole where the column for the %s hides an event from those who look for it',
    (name, columns) => {
      const hidden = changed(2, { columns: { ...chain[1]!.columns, ...columns } });
      expect(faultOf(hidden)).toBe(
        `Event 2 would be found wrongly: the column for its ${name} is not what it says.`,
      );
    },
  );

  it('does not stay whole, whatever is done to it, where a head has seen its end', () => {
    const long = chainOf(12);
    const head = headOf(long);
    const place = fc.integer({ min: 0, max: 11 });
    const tampered = fc.oneof(
      place.map((at) => long.filter((_, index) => index !== at)),
      fc.tuple(place, place).map(([a, b]) => {
        const moved = [...long];
        [moved[a], moved[b]] = [moved[b]!, moved[a]!];
        return moved;
      }),
      fc
        .tuple(place, place)
        .map(([a, b]) => long.map((event, at) => (at === a ? { ...long[b]!, seq: event.seq } : event))),
      fc
        .tuple(place, fc.constantFrom('at', 'payload', 'previousSha256', 'sha256'))
        .map(([at, member]) =>
          long.map((event, index) =>
            index === at ? { ...event, [member as 'at']: `${event[member as 'at']} ` } : event,
          ),
        ),
      place.map((at) => long.slice(0, at)),
    );
    fc.assert(
      fc.property(tampered, fc.boolean(), (events, forgedAnew) => {
        const same = JSON.stringify(events) === JSON.stringify(long);
        const shown = forgedAnew ? relinked(events.map((event, at) => ({ ...event, seq: at + 1 }))) : events;
        const honest = same || JSON.stringify(shown) === JSON.stringify(long);
        expect(faultOf(shown, [head]) === undefined).toBe(honest);
      }),
    );
  });
});
