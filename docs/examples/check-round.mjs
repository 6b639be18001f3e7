// Whether an installation signed the verdict on a round as it shows it: node check-round.mjs <address> <id of the round>
import { createHash, createPublicKey, verify } from 'node:crypto';

const [, , address, id] = process.argv;
const read = async (path) => (await fetch(`${address}/api/v1/transparency/${path}`)).json();

const { signed } = await read(`rounds/${id}`);
const { items } = await read('signing-keys');
const { pem } = items.find(({ keyId }) => keyId === signed.keyId);
const key = createPublicKey(pem);

// The name of a key is its own hash: whoever wrote it down elsewhere knows it again.
const keyId = createHash('sha256')
  .update(key.export({ type: 'spki', format: 'der' }))
  .digest('hex');
const genuine =
  keyId === signed.keyId &&
  verify(null, Buffer.from(signed.statement), key, Buffer.from(signed.signature, 'base64'));
const { snapshotSha256, rules, engine, verdict } = JSON.parse(signed.statement);
console.log(genuine ? 'genuine' : 'forged', {
  snapshotSha256,
  seed: rules.seed,
  engine,
  valid: verdict.valid,
});
