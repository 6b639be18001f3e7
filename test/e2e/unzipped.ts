import { inflateRawSync } from 'node:zlib';

const ENTRY = 0x02014b50;

/** The files in a zip archive, by their names: as much of the format as workbooks use. */
export function unzipped(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  for (let at = archive.readUInt32LE(end + 16); archive.readUInt32LE(at) === ENTRY;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    );
    const [method, size, local] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ];
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!);
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString());
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return files;
}
