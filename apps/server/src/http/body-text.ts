import type { Request } from './exchange';
import { HttpProblem } from './problem';

/** Whether anything comes along with a request. */
export function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Reads a body as text. @throws HttpProblem where it is larger than so many bytes, cut off or not UTF-8 */
export async function readBodyText(request: Request, limit: number): Promise<string> {
  return textOf(await readBytes(request, limit));
}

async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw tooLarge(request, limit);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // The connection must outlive the reading, or nobody could be told that the body is too large.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw new HttpProblem(400, 'body.cut-off', 'The body ended before all of it was sent.');
  }
  if (bytes > limit) {
    throw tooLarge(request, limit);
  }
  return Buffer.concat(chunks, bytes);
}

/** What is left of the body is let go by unread: a caller who is still sending would not see the answer. */
function tooLarge(request: Request, limit: number): HttpProblem {
  request.resume();
  return new HttpProblem(
    413,
    'body.too-large',
    `The body is larger than the ${limit.toLocaleString('en-GB')} bytes that fit here.`,
  );
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'body.not-utf-8', 'The body is not UTF-8: save or send it as UTF-8.');
  }
}
