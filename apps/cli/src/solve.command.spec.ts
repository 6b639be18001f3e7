import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveCommand, type SolveCommandOptions } from './solve.command';

const PROBLEM = {
  format: 'evenhand.problem/1',
  seed: 's',
  mentees: ['m1', 'm2', 'm3'].map((id) => ({ id, group: ['nurse'] })),
  mentors: [{ id: 'x1', capacity: 1 }],
  edges: [
    [0, 0, 900],
    [1, 0, 500],
    [2, 0, 100],
  ],
};

describe('solving a problem with quotas', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
  const path = join(folder, 'problem.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  async function solved(quotas: unknown, options: SolveCommandOptions = {}) {
    writeFileSync(path, JSON.stringify({ ...PROBLEM, ...(quotas !== undefined && { quotas }) }));
    const said = { out: '', err: '' };
    const found = await solveCommand(path, options, {
      out: { write: (text: string) => ((said.out += text), true) },
      progress: { isTTY: false, write: (text: string) => ((said.err += text), true) },
    });
    return { ...said, found };
  }

  it('keeps to them and says whether that is shown to be the best', async () => {
    const { out, err, found } = await solved([{ name: 'late', mentees: ['m3', 'm2'], atLeast: 1 }]);
    expect({ err, found }).toEqual({ err: '', found: true });
    expect(JSON.parse(out)).toMatchObject({ assignments: [['m2', 'x1']], optimality: { proven: true } });
  });

  it('says nothing of optimality where there are none', async () => {
    const { out } = await solved(undefined);
    expect(JSON.parse(out)).toMatchObject({ assignments: [['m1', 'x1']] });
    expect(JSON.parse(out)).not.toHaveProperty('optimality');
  });

  it('answers a conflict with a sentence on standard error and a no, and writes no result', async () => {
    const quotas = ['m1', 'm2'].map((id) => ({ name: `for ${id}`, mentees: [id], atLeast: 1 }));
    const sentence =
      'infeasible: these floors conflict: "for m1" (at least 1 of 1), "for m2" (at least 1 of 1)';
    expect(await solved(quotas)).toEqual({ out: '', err: `${sentence}\n`, found: false });
    const { out, found } = await solved(quotas, { json: true, out: join(folder, 'nowhere', 'result.json') });
    expect(found).toBe(false);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'quotas.conflict', message: sentence, problems: [sentence] },
    });
  });
});
