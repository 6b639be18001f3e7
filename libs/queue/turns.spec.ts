import { Turns } from './turns';

const never = new AbortController().signal;

/** Work that ends when it is told to, and what was begun so far. */
function bench(atATime: number) {
  const turns = new Turns(atATime);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const take = (name: string, signal = never): Promise<string> =>
    turns.take(signal, () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    });
  return { begun, ends, take, turns };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Turns', () => {
  it('let so many work at a time, and the others in the order in which they came', async () => {
    const { begun, ends, take } = bench(2);
    const done = ['a', 'b', 'c', 'd'].map((name) => take(name));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    ends.get('b')!();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) ends.get(name)!();
    await settled();
    ends.get('d')!();
    expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are passed on by work that fails', async () => {
    const { begun, ends, take, turns } = bench(1);
    const failing = turns.take(never, () => Promise.reject(new Error('No.')));
    const next = take('next');
    await expect(failing).rejects.toThrow('No.');
    await settled();
    expect(begun).toEqual(['next']);
    ends.get('next')!();
    await next;
  });

  it('are not waited for by whoever has to stop, and nobody is held up by them', async () => {
    const { begun, ends, take } = bench(1);
    const stopping = new AbortController();
    const first = take('first');
    const leaving = take('leaving', stopping.signal);
    const last = take('last');
    stopping.abort(new Error('It stops.'));
    await expect(leaving).rejects.toThrow('It stops.');
    await expect(take('too late', stopping.signal)).rejects.toThrow('It stops.');
    ends.get('first')!();
    await first;
    await settled();
    expect(begun).toEqual(['first', 'last']);
    ends.get('last')!();
    await last;
  });
});
