import type { ReadSnapshots } from '@evenhand/equity';
import { InputRefused, NotFound } from '@evenhand/kernel';
import { aPublicSnapshot } from '@evenhand/testing';
import { SnapshotFiles } from './snapshot-files';

const ID = aPublicSnapshot().id;

function files() {
  const asked: string[] = [];
  const read = {
    publishedOne: (id: string) => {
      asked.push(id);
      return id === 'waiting'
        ? Promise.reject(new NotFound('equity snapshot', id))
        : Promise.resolve(aPublicSnapshot({ id }));
    },
  } as unknown as ReadSnapshots;
  return { asked, files: new SnapshotFiles(read) };
}

describe('Files of a published snapshot', () => {
  it('are written once, however many ask at once and after', async () => {
    const { asked, files: kept } = files();
    const [one, other] = await Promise.all([kept.of(ID, 'xlsx'), kept.of(ID, 'xlsx')]);
    expect(other.content).toBe(one.content);
    expect((await kept.of(ID, 'xlsx')).content).toBe(one.content);
    expect(asked).toEqual([ID]);
  });

  it('are told apart by form, section and order of likelihoods, and have a tag of what they hold', async () => {
    const { files: kept } = files();
    const told = [
      await kept.of(ID, 'xlsx'),
      await kept.of(ID, 'csv'),
      await kept.of(ID, 'csv', { section: 'trend-by-round' }),
      await kept.of(ID, 'xlsx', { likelihood: 'wres' }),
    ];
    expect(new Set(told.map(({ tag }) => tag)).size).toBe(4);
    expect(told[2]!.content.toString()).toContain('Spring');
    expect((await files().files.of(ID, 'csv')).tag).toBe(told[1]!.tag);
  });

  it('are asked for anew where there are none yet, or there is no such section', async () => {
    const { asked, files: kept } = files();
    await expect(kept.of('waiting', 'csv')).rejects.toThrow(NotFound);
    await expect(kept.of('waiting', 'csv')).rejects.toThrow(NotFound);
    await expect(kept.of(ID, 'csv', { section: 'none' })).rejects.toThrow(InputRefused);
    await expect(kept.of(ID, 'csv', { section: 'none' })).rejects.toThrow(InputRefused);
    expect(asked).toEqual(['waiting', 'waiting', ID, ID]);
  });

  it('are no more than fit, those that were asked for last', async () => {
    const { asked, files: kept } = files();
    await kept.of('first', 'csv');
    for (let at = 0; at < 64; at++) await kept.of(`snapshot ${at}`, 'csv');
    await kept.of('snapshot 63', 'csv');
    expect(asked).toHaveLength(65);
    await kept.of('first', 'csv');
    expect(asked).toHaveLength(66);
  });
});
