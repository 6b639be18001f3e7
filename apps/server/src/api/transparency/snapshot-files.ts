import type { PublicSnapshotReport } from '@evenhand/equity';
import { inLikelihoodOrder, ReadSnapshots } from '@evenhand/equity';
import { equityReportCsv, equityReportWorkbook } from '@evenhand/files';
import { sha256 } from '@evenhand/kernel';
import type { LikelihoodOrder } from '@evenhand/statistics';
import { Injectable } from '@nestjs/common';

/** A published snapshot, or a section of it, to take away. */
export interface SnapshotFile {
  readonly content: Buffer;
  /** Stands for the content. */
  readonly tag: string;
}

/** Which file of a snapshot is wanted. */
export interface WantedFile {
  /** Code of one section; the whole where it is left out. */
  readonly section?: string;
  /** `group_to_rest` where it is left out. */
  readonly likelihood?: LikelihoodOrder;
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
  csv(id: string, { section, likelihood = 'group_to_rest' }: WantedFile): Promise<SnapshotFile> {
    return this.#file(id, `csv ${likelihood} ${section ?? ''}`, ({ report }) =>
      Buffer.from(equityReportCsv(inLikelihoodOrder(report, likelihood), section)),
    );
  }

  /** @throws as {@link csv} */
  workbook(id: string, { section, likelihood = 'group_to_rest' }: WantedFile): Promise<SnapshotFile> {
    return this.#file(id, `xlsx ${likelihood} ${section ?? ''}`, ({ report }) =>
      equityReportWorkbook(inLikelihoodOrder(report, likelihood), section),
    );
  }

  #file(
    id: string,
    form: string,
    write: (snapshot: PublicSnapshotReport) => Buffer | Promise<Buffer>,
  ): Promise<SnapshotFile> {
    const key = `${id} ${form}`;
    const found = this.kept.get(key) ?? this.#written(id, key, write);
    this.kept.delete(key);
    this.kept.set(key, found);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }

  /** What cannot be written now may be later: it may not be published yet. */
  #written(
    id: string,
    key: string,
    write: (snapshot: PublicSnapshotReport) => Buffer | Promise<Buffer>,
  ): Promise<SnapshotFile> {
    const written = this.read.publishedOne(id).then(async (snapshot) => {
      const content = await write(snapshot);
      return { content, tag: `"${sha256(content.toString('base64')).slice(0, 32)}"` };
    });
    written.catch(() => {
      if (this.kept.get(key) === written) this.kept.delete(key);
    });
    return written;
  }
}
