import { readCatalogueFile, writeCsv, writeSingleFile } from '@evenhand/files';
import { CATALOGUE_COLUMNS, catalogueRows, healthAndCare } from '@evenhand/taxonomy';
import type { CommandOutput } from './command-output';

export interface CatalogueCommandOptions {
  readonly catalogue?: string;
  readonly out?: string;
}

/** Lists every code that a file of people can use, with its title and the other names under which it is understood. */
export function catalogueCommand({ catalogue, out }: CatalogueCommandOptions, output: CommandOutput): void {
  const rows = catalogueRows(catalogue === undefined ? healthAndCare : readCatalogueFile(catalogue));
  const text = writeCsv(CATALOGUE_COLUMNS, rows);
  if (out === undefined) {
    output.out.write(text);
    return;
  }
  writeSingleFile(out, text);
  output.out.write(`${rows.length} entries are in ${out}.\n`);
}
