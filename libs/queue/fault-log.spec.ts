import { createLogger } from '@evenhand/observability';
import { faultLog } from './fault-log';

describe('The log of a connection', () => {
  it('holds each fault once', () => {
    const lines: string[] = [];
    const onFault = faultLog(createLogger('info', { write: (line) => void lines.push(line) }));
    for (let time = 0; time < 100; time++) {
      onFault(Object.assign(new Error(`connect ECONNREFUSED ${time}`), { code: 'ECONNREFUSED' }));
      onFault(new Error('it is starting up'));
    }
    expect(lines).toHaveLength(2);
  });
});
