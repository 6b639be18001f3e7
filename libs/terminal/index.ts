export { accessTable } from './access-table';
export { ProgressLine } from './progress-line';
