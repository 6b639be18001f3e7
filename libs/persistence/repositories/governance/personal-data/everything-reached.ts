import { type DataSubject, type Erased, type HeldRow, PersonalDataHolder } from '@evenhand/governance';
import { RowReach } from '../../../row-reach';

/**
 * What is held on somebody lies in rows of others as well, and goes out of them: who asks for it reaches all rows here.
 * The use case has made sure that it is they, or their coordinator.
 */
export class EverythingReached extends PersonalDataHolder {
  constructor(private readonly holder: PersonalDataHolder) {
    super();
  }

  override held(subject: DataSubject): Promise<readonly HeldRow[]> {
    return RowReach.ALL.run(() => this.holder.held(subject));
  }

  override erase(subject: DataSubject): Promise<Erased> {
    return RowReach.ALL.run(() => this.holder.erase(subject));
  }
}
