import type { Request } from '../http/exchange';

/** Where the pages are, as browsers see it. */
export class PageSettings {
  /** @param publicUrl the address that people know; without one they come by whatever name the server is called */
  constructor(private readonly publicUrl?: string) {}

  /** Whether browsers reach the pages encrypted. */
  get isEncrypted(): boolean {
    return this.publicUrl?.startsWith('https:') === true;
  }

  /** Our own origin, from which alone our forms are sent. */
  originOf({ headers }: Request): string {
    return this.publicUrl === undefined ? `http://${headers.host ?? ''}` : new URL(this.publicUrl).origin;
  }
}
