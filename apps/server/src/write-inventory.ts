import { inventoryDocument } from '@evenhand/governance';
import { writeFileSync } from 'node:fs';

const [, , file] = process.argv;
if (file === undefined) {
  process.stderr.write(
    'Say to which file: node dist/apps/server/src/write-inventory.js docs/data-inventory.md\n',
  );
  process.exitCode = 2;
} else {
  writeFileSync(file, inventoryDocument());
}
