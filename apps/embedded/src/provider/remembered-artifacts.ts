import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Something that the provider was told to keep. */
interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970; Infinity where it is kept for good. */
  readonly until: number;
}

/**
 * Where the provider keeps sessions, codes and grants: in memory. They are those of a demonstration on one machine, and
 * who is signed in to Evenhand itself is kept by Evenhand; whoever starts the demonstration anew picks a person anew. What
 * must outlast a start are the keys, and those are files.
 */
export class RememberedArtifacts {
  private readonly kinds = new Map<string, Map<string, Kept>>();

  /** Keeps artifacts of one kind; for the option `adapter` of the provider. */
  readonly of = (kind: string): Adapter => {
    const all = this.kept(kind);
    const find = (id: string): AdapterPayload | undefined => {
      const found = all.get(id);
      return found === undefined || found.until <= Date.now() ? undefined : found.payload;
    };
    const findBy = (name: 'uid' | 'userCode', value: string) =>
      [...all.keys()].map(find).find((payload) => payload?.[name] === value);
    return {
      upsert: (id, payload, expiresIn = 0) => {
        this.forgetOver(all);
        all.set(id, { payload, until: expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(find(id)),
      findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
      findByUserCode: (code) => Promise.resolve(findBy('userCode', code)),
      consume: (id) => {
        const payload = find(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => {
        all.delete(id);
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        for (const [id, { payload }] of all) {
          if (payload.grantId === grantId) all.delete(id);
        }
        return Promise.resolve();
      },
    };
  };

  private kept(kind: string): Map<string, Kept> {
    const all = this.kinds.get(kind) ?? new Map<string, Kept>();
    this.kinds.set(kind, all);
    return all;
  }

  private forgetOver(all: Map<string, Kept>): void {
    const now = Date.now();
    for (const [id, { until }] of all) {
      if (until <= now) all.delete(id);
    }
  }
}
