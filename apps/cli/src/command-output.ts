/** Where a command writes: the streams of the process, or those of a test. */
export interface CommandOutput {
  readonly out: Pick<NodeJS.WriteStream, 'write'>;
  readonly progress: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
}
