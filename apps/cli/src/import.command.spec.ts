import { InputRefused } from '@evenhand/kernel';
import type { CommandOutput } from './command-output';
import { importCommand, type ImportCommandOptions } from './import.command';

const SILENT: CommandOutput = {
  out: { write: () => true },
  progress: { isTTY: false, write: () => true },
};

/** Of files that nobody can read: it is refused before the service is asked. */
async function problemsOf(files: Partial<ImportCommandOptions>): Promise<readonly string[]> {
  const refused: unknown = await importCommand({ programme: 'North', create: true, ...files }, SILENT).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(InputRefused);
  return (refused as InputRefused).problems;
}

describe('evenhand import', () => {
  it('needs one of the two files of people', async () => {
    const neither = ['--mentees, --mentors: neither is named: an import needs at least one of them'];
    expect(await problemsOf({})).toEqual(neither);
    expect(await problemsOf({ workforce: 'workforce.csv' })).toEqual(neither);
  });

  it.each(['mentees', 'mentors'] as const)('reads the %s alone where no other is named', async (kind) => {
    const problems = await problemsOf({ [kind]: `no-such-${kind}.csv` });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`no-such-${kind}.csv`);
  });
});
