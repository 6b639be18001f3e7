import { join } from 'node:path';
import { runEvenhand } from './evenhand-command';
import { rowsOf } from './people-rows';
import { WorkingFolder } from './working-folder';

const EXAMPLES = join(__dirname, '..', '..', 'docs', 'examples');

describe('the list of codes', () => {
  it('holds what the files of people can name, with the other names under which it is understood', () => {
    const { code, out, err } = runEvenhand(['catalogue']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = rowsOf(out);
    expect(rows).toContainEqual(
      expect.objectContaining({ list: 'competency', code: 'SE-1.1', title: 'Prioritise for productivity' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ list: 'profession', code: 'physiotherapist' }));
    expect(new Set(rows.map((row) => row['list']))).toEqual(
      new Set(['professional group', 'profession', 'grade', 'stage', 'competency', 'experience', 'region']),
    );
  });

  it('can be that of another sector, in a file', () => {
    const folder = new WorkingFolder();
    const options = ['--catalogue', join(EXAMPLES, 'civil-service-catalogue.json'), '--out', 'codes.csv'];
    const { code, out } = folder.run(['catalogue', ...options]);
    const rows = folder.table('codes.csv');
    expect({ code, out }).toEqual({ code: 0, out: `${rows.length} entries are in codes.csv.\n` });
    expect(rows.filter((row) => row['list'] === 'stage').map((row) => row['code'])).toEqual(
      'aa ao eo heo seo g7 g6 scs1 scs2 scs3 scs4'.split(' '),
    );
    folder.remove();
  });
});
