import { changes, type WorkNow } from './progress-events';

const at = (state: string, done?: number): WorkNow => ({
  state,
  ...(done === undefined ? {} : { progress: { stage: 'score', done, of: 10 } }),
});

/** What somebody is sent who watches work that is found to stand like this, look by look; the last lasts. */
async function sent(...looks: readonly (WorkNow | Error)[]): Promise<readonly string[]> {
  const left = looks.slice(1);
  const look = (): Promise<WorkNow> => {
    const found = left.shift()!;
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  };
  const events: string[] = [];
  for await (const event of changes(looks[0] as WorkNow, look, () => Promise.resolve())) events.push(event);
  return events;
}

describe('the events of what a worker does', () => {
  it('tell each change once, and end where it stands still', async () => {
    expect(
      await sent(at('queued'), at('queued'), at('running', 3), at('running', 3), at('solved', 10)),
    ).toEqual([
      'event: progress\ndata: {"state":"queued"}\n\n',
      'event: progress\ndata: {"state":"running","progress":{"stage":"score","done":3,"of":10}}\n\n',
      'event: end\ndata: {"state":"solved","progress":{"stage":"score","done":10,"of":10}}\n\n',
    ]);
  });

  it('are one where it stands still already', async () => {
    expect(await sent(at('draft'))).toEqual(['event: end\ndata: {"state":"draft"}\n\n']);
  });

  it('say from time to time that somebody is there while nothing changes', async () => {
    const quarterOfAMinute = Array.from({ length: 15_000 / 300 }, () => at('queued'));
    const events = await sent(...quarterOfAMinute, ...quarterOfAMinute, at('queued'), at('cancelled'));
    expect(events.map((event) => event.split('\n')[0])).toEqual([
      'event: progress',
      ': still here',
      ': still here',
      'event: end',
    ]);
  });

  it('stop without an end where a look fails', async () => {
    await expect(sent(at('queued'), new Error('away'))).rejects.toThrow('away');
  });
});
