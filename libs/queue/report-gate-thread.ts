import { type GateTask, type ReleasedCounts, releaseCounts } from '@evenhand/equity';
import { parentPort, workerData } from 'node:worker_threads';
import { refusalIn, type ThreadMessage } from './task-thread';

function say(message: ThreadMessage<ReleasedCounts>): void {
  parentPort!.postMessage(message);
}

// What is thrown for any other reason rejects, which ends the thread and is told by it.
void releaseCounts(workerData as GateTask).then(
  (solved) => say({ solved }),
  (error: unknown) => say({ refused: refusalIn(error) }),
);
