import { DEMONSTRATION_POOL } from '../pool/pool-story';
import type { ServiceClient } from '../service/service-client';

/** Whether everybody can read what the talent pool of the demonstration is made of. */
export async function isPoolPublished(board: ServiceClient, programmeId: string): Promise<boolean> {
  const { items } = await board.get<{ items: readonly { id: string; title: string }[] }>(
    `talent-pools?programme=${programmeId}&state=open&state=closed&limit=200`,
  );
  const known = items.find(({ title }) => title === DEMONSTRATION_POOL.title);
  if (known === undefined) return false;
  const { asOf } = await board.get<{ asOf?: string }>(`transparency/talent-pools/${known.id}`);
  return asOf !== undefined;
}
