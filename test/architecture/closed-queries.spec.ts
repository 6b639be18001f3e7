import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const FORBIDDEN = {
  condition: [
    'database.manager.findOneBy(AccountRow, {})',
    'database.manager.findOneBy(AccountRow, which)',
    'database.manager.findOneBy(AccountRow)',
    'database.manager.findBy(AccountRow, { ...which })',
    'database.manager.countBy(AccountRow, [{ id }])',
    'accounts.findOneBy({ id })',
    'database.manager.findOne(AccountRow, which)',
    'database.manager.findOne(AccountRow, { where: which })',
    'database.manager.findOne(AccountRow, { where: {} })',
    'database.manager.findOne(AccountRow, { where: { ...which } })',
    'database.manager.find(AccountRow)',
    'manager.find(AccountRow, { order: { id: "ASC" } })',
    'manager.find(AccountRow, { where: { id }, ...more })',
  ],
  order: [
    'query.orderBy(asked)',
    'query.addOrderBy(`account.${asked}`)',
    'query.orderBy("account.id", asked)',
    'database.manager.find(AccountRow, { where: { id }, order: asked })',
    'database.manager.find(AccountRow, { where: { id }, order: { ...asked } })',
    'database.manager.find(AccountRow, { where: { id }, order: { [asked]: "ASC" } })',
    'database.manager.find(AccountRow, { where: { id }, order: { id: asked } })',
  ],
};
const ALLOWED = [
  'database.manager.findOneBy(AccountRow, { id })',
  'database.manager.findBy(AccountRow, { id: In(ids), state })',
  'database.manager.findOne(AccountRow, { where: { id }, lock: { mode: "pessimistic_write" } })',
  'database.manager.find(AccountRow, { where: { id }, order: { name: "asc", id: "DESC" } })',
  'query.orderBy("account.id")',
  'query.addOrderBy("account.id", "DESC")',
  'items.find(({ id }) => id === asked)',
];

/** What the rules have to say of each text. */
function findingsIn(texts: readonly string[]): string[][] {
  const answer = execFileSync(process.execPath, [join(__dirname, 'lint-queries.mjs')], {
    encoding: 'utf8',
    input: JSON.stringify(texts),
  });
  return JSON.parse(answer) as string[][];
}

describe('A query of the database', () => {
  const found = findingsIn([...FORBIDDEN.condition, ...FORBIDDEN.order, ...ALLOWED]);
  const unexplained = (texts: readonly string[], from: number, words: string) =>
    texts.filter((_, index) => !found[from + index]!.some((message) => message.startsWith(words)));

  it('has a condition that nobody can empty', () => {
    expect(unexplained(FORBIDDEN.condition, 0, 'Write the condition here')).toEqual([]);
  });

  it('has an order that nobody can tell it', () => {
    expect(unexplained(FORBIDDEN.order, FORBIDDEN.condition.length, 'Write the order here')).toEqual([]);
  });

  it('is otherwise left alone', () => {
    expect(found.slice(-ALLOWED.length)).toEqual(ALLOWED.map(() => []));
  });
});
