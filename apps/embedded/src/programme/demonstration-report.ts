import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceClient } from '../service/service-client';

const LOOK_EVERY_MS = 500;

interface Report {
  readonly id: string;
  readonly state: string;
  readonly failure?: { readonly sentence: string };
}

interface Snapshot {
  readonly id: string;
  readonly state: string;
}

/**
 * Sees to it that an equity report of the demonstration is published, as any report is: the auditor has it made and puts it
 * forward, and the board approves, which are two people. One that was put forward before is not put forward again.
 *
 * @throws Error with what the service says where one of the two is refused
 */
export async function demonstrationReport(
  auditor: ServiceClient,
  board: ServiceClient,
  programmeId: string,
): Promise<void> {
  const known = await snapshotsOf(auditor, programmeId);
  if (known.some(({ state }) => state === 'published')) return;
  const waiting =
    known.find(({ state }) => state === 'put_forward') ?? (await putForward(auditor, programmeId));
  await board.post(`equity/snapshots/${waiting.id}/approve`);
}

/** Whether a report was ever put forward: all that it counts was there by then. */
export async function isReported(auditor: ServiceClient, programmeId: string): Promise<boolean> {
  return (await snapshotsOf(auditor, programmeId)).length > 0;
}

async function snapshotsOf(auditor: ServiceClient, programmeId: string): Promise<readonly Snapshot[]> {
  const path = `equity/snapshots?programme=${programmeId}&limit=200`;
  return (await auditor.get<{ items: readonly Snapshot[] }>(path)).items;
}

async function putForward(auditor: ServiceClient, programmeId: string): Promise<Snapshot> {
  let report = await auditor.post<Report>('equity/reports', { programmeId });
  while (report.state === 'queued' || report.state === 'running') {
    await pause(LOOK_EVERY_MS);
    report = await auditor.get<Report>(`equity/reports/${report.id}`);
  }
  if (report.state !== 'made') {
    throw new Error(`The equity report is ${report.state}. ${report.failure?.sentence ?? ''}`.trim());
  }
  return auditor.post<Snapshot>('equity/snapshots', { reportId: report.id });
}
