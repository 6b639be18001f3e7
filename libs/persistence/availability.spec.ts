import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { isDatabaseAway } from './availability';

const coded = (code: string, message = 'something') => Object.assign(new Error(message), { code });

describe('A database that is away', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    '08000',
    '08006',
    '08P01',
    '53300',
    '57014',
    '57P01',
    '57P02',
    '57P03',
  ])('shows in code %s', (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
  ])('shows in the words "%s"', (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  });

  it('shows in a transaction that lost its connection', () => {
    expect(isDatabaseAway(new QueryRunnerAlreadyReleasedError())).toBe(true);
    expect(isDatabaseAway(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
  });

  it('shows through what is wrapped around it', () => {
    expect(isDatabaseAway(new QueryFailedError('select 1', [], coded('57P01')))).toBe(true);
    expect(isDatabaseAway(new AggregateError([coded('ENOENT'), coded('ECONNREFUSED')]))).toBe(true);
    expect(isDatabaseAway(new Error('not read', { cause: coded('ECONNREFUSED') }))).toBe(true);
  });

  it('does not show in a statement that is wrong, a password that is, or anything else', () => {
    expect(isDatabaseAway(new QueryFailedError('selct 1', [], coded('42601')))).toBe(false);
    expect(isDatabaseAway(coded('28P01'))).toBe(false);
    expect(isDatabaseAway(new Error('The pair speaks of a Connection terminated by both'))).toBe(false);
    expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
    expect(isDatabaseAway(undefined)).toBe(false);
  });
});
