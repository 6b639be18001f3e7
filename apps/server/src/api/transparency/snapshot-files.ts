import { ReadSnapshots } from '@evenhand/equity';
import { sha256 } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type ReportForm, sectionFile, type WantedFile } from '../equity/report-files';

/** A published snapshot, or a section of it, to take away. */
export interface SnapshotFile {
  readonly content: Buffer;
  /** Stands for the content. */
  readonly tag: string;
}

/** Files that are kept: the whole of a snapshot, or a section. */
const KEPT = 64;

/**
 * Published snapshots as files. What is published never changes, and anybody may ask for it as often as they like, while a
 * workbook takes a moment to write: the files that were asked for last are kept, and written once however many ask at once.
 */
@Injectable()
export class SnapshotFiles {
  private readonly kept = new Map<string, Promise<SnapshotFile>>();

  constructor(private readonly read: ReadSnapshots) {}

  /** @throws NotFound where it is not published; InputRefused where it has no such section */
  of(id: string, form: ReportForm, wanted: WantedFile = {}): Promise<SnapshotFile> {
    const { section = '', likelihood = 'group_to_rest' } = wanted;
    const key = [id, form, likelihood, section].join(' ');
    const found = this.kept.get(key) ?? this.#written(key, id, form, wanted);
    this.kept.delete(key);
    this.kept.set(key, found);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }

  /** What cannot be written now may be later: it may not be published yet. */
  #written(key: string, id: string, form: ReportForm, wanted: WantedFile): Promise<SnapshotFile> {
    const written = this.read.publishedOne(id).then(async ({ report }) => {
      const content = await sectionFile(report, form, wanted);
      return { content, tag: `"${sha256(content.toString('base64')).slice(0, 32)}"` };
    });
    written.catch(() => {
      if (this.kept.get(key) === written) this.kept.delete(key);
    });
    return written;
  }
}
