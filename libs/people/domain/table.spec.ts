import { headingKey } from './table';

describe('a heading', () => {
  it.each(['line manager', 'Line-Manager', 'LINE_MANAGER', ' Line  _ manager '])(
    '%s is line_manager',
    (heading) => {
      expect(headingKey(heading)).toBe('line_manager');
    },
  );

  it('is not another for letters that are left out', () => {
    expect(headingKey('linemanager')).not.toBe('line_manager');
  });
});
