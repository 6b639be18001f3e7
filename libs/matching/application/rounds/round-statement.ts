import { canonicalJson, type JsonValue } from '@evenhand/kernel';
import type { TransparentRound } from './transparent-round';

/**
 * What the verifier found of a published round, as a text that can be signed: canonical JSON with nothing in it that is not
 * public. Undefined where the round is not published, or was solved before results were verified.
 */
export function roundStatement(round: TransparentRound): string | undefined {
  const { id, rules, catalogue, engine, verdict, snapshotSha256 } = round;
  if (engine === undefined || verdict === undefined || snapshotSha256 === undefined) {
    return undefined;
  }
  const statement = {
    format: 'evenhand.round-verdict/1',
    round: id,
    ...{ rules, catalogue, engine, verdict, snapshotSha256 },
  };
  return canonicalJson(statement as unknown as JsonValue);
}
