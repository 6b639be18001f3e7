export { AuditHeadsFolder } from './audit-heads-folder';
export { readProblemDocument, readProblemFile, readResultDocument } from './problem-file';
export { readCatalogueFile } from './catalogue-file';
export { type CsvLimits, csvTable, readCsvTable } from './csv-table';
export { safeCell, writeCsv } from './csv-cell';
export { type FileContent, NO_FILE, writeFolder, writeSingleFile } from './output-folder';
export { peopleMap, readPeopleMapFile } from './people-map-file';
export { outcomeTables } from './outcome-files';
export { readRulesFile } from './rules-file';
