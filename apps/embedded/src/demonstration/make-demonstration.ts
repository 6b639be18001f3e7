// Writes the demonstration programme; run at the top of the repository, or name another folder.
import { writeFolder } from '@evenhand/files';
import { demonstrationFiles } from './demonstration-files';

const folder = process.argv[2] ?? 'apps/embedded/demonstration';
writeFolder(folder, demonstrationFiles());
console.error(`The demonstration programme is in ${folder}.`);
