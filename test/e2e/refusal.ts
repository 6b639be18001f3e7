import type { Response } from 'supertest';

/** What an answer said that was a refusal. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly problems: readonly { readonly where?: string; readonly what: string }[];
}

/** Words of our own code, of its database and of the machine, none of which a caller is shown. */
const INSIDES =
  /node_modules|\.[jt]s:\d|\bat (?:async )?[\w.<>]+ \(|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b|relation "|constraint|syntax error|pg_|TypeORM|QueryFailed|TypeError|(?:^|[\s"(])\/(?:home|root|tmp|usr|var|etc|work)\//;

/** What of the insides of a server an answer shows; undefined where nothing. */
export function insidesShownBy({ text, headers }: Response): string | undefined {
  return INSIDES.exec(`${text}\n${JSON.stringify(headers)}`)?.[0];
}

/** Reads a refusal. @throws Error where the answer is none, is not told as a problem, or shows the insides of the server */
export function refusalOf(response: Response): Refusal {
  const { status, headers } = response;
  const body = response.body as Partial<Refusal> & { type?: string; title?: string; instance?: string };
  const faults = [
    ...(status >= 400 && status < 500 ? [] : ['it is no refusal']),
    ...(headers['content-type'] === 'application/problem+json' ? [] : ['it is no problem document']),
    ...(body.status === status ? [] : ['its body says another status']),
    ...(/^[a-z0-9-]+\.[a-z0-9-]+$/.test(body.code ?? '') ? [] : ['it has no code']),
    ...(body.type === `urn:evenhand:problem:${body.code ?? ''}` ? [] : ['its type is not of its code']),
    ...(/^\S.{10,}$/.test(body.detail ?? '') ? [] : ['its detail is no line']),
    ...((body.title ?? '') !== '' && body.instance?.startsWith('urn:evenhand:request:') === true
      ? []
      : ['it has no title or instance']),
    ...(insidesShownBy(response) === undefined ? [] : [`it shows ${insidesShownBy(response)!}`]),
  ];
  if (faults.length > 0) {
    throw new Error(`${status} ${response.text.slice(0, 1000)}: ${faults.join(', ')}`);
  }
  return { status, code: body.code!, detail: body.detail!, problems: body.problems ?? [] };
}
