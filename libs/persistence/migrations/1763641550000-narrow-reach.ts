import type { MigrationInterface, QueryRunner } from 'typeorm';
import { commons, EVERYTHING, type Lock, locked, own, poolOf, SERVICE, unlocked } from '../row-locks';
import { LOCKS } from './1763641500000-lock-rows';

/**
 * What everybody may ask reaches less than a programme: `evenhand.commons` names programmes of which what they show to
 * everybody in them is reached, `evenhand.reach` is `commons` where that holds of every programme, and `service` for an
 * admin, who besides reaches accounts, roles and the security of the service, and no person's record. A nomination is the
 * nominator's own.
 */
export class NarrowReach1763641550000 implements MigrationInterface {
  readonly name = 'NarrowReach1763641550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REACH);
    for (const { before, after } of CHANGES) await runner.query(unlocked(before) + locked(after));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { before, after } of CHANGES) await runner.query(unlocked(after) + locked(before));
    await runner.query('drop function reach.commons, reach.every_common, reach.service');
  }
}

const REACH = `
create function reach.commons() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('evenhand.commons', true), ''), '{}')::uuid[];
create function reach.every_common() returns boolean language sql stable parallel safe
  return current_setting('evenhand.reach', true) in ('commons', 'service');
create function reach.service() returns boolean language sql stable parallel safe
  return current_setting('evenhand.reach', true) = 'service';
`;

const CHANGES: readonly { readonly before: Lock; readonly after: Lock }[] = [
  changed('programme', ({ read, write }) => ({
    read: [...read, commons('id')],
    add: [...write, SERVICE],
  })),
  changed('organisation', ({ read }) => ({ read: [...read, commons('programme_id')] })),
  ...['account', 'role_grant', 'break_glass'].map((table) =>
    changed(table, ({ read, write }) => ({ read: [...read, SERVICE], write: [...write, SERVICE] })),
  ),
  changed('audit_event', ({ read }) => ({ read: [...read, `${SERVICE} and kind = 'security'`] })),
  changed('talent_pool_member', ({ read, write }) => ({
    read: [...read, own('nominator_person_id')],
    add: [...write, `${own('nominator_person_id')} and state = 'nominated'`],
  })),
  // Of a nomination its nominator sees what they said, and not what was decided.
  changed('talent_pool_decision', () => ({
    read: [
      ...[EVERYTHING, poolOf('pool_id')],
      `exists (select from talent_pool_member where talent_pool_member.id = member_id and ${own('talent_pool_member.person_id')})`,
    ],
  })),
];

function changed(table: string, change: (before: Lock) => Partial<Lock>): { before: Lock; after: Lock } {
  const before = LOCKS.find((lock) => lock.table === table)!;
  return { before, after: { ...before, ...change(before) } };
}
