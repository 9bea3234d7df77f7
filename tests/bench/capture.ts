import { request } from 'node:http';

/** An answer as it came over the line. */
export interface CapturedAnswer {
  readonly status: number;
  /** Name, value, name, value; without those that node:http puts on every answer itself. */
  readonly headers: readonly string[];
  /** In base64. */
  readonly body: string;
}

const OF_NODE = new Set(['date', 'connection', 'keep-alive']);

export function capture(url: string, headers: Readonly<Record<string, string>>): Promise<CapturedAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const raw = response.rawHeaders;
        const own = raw.filter((_, at) => !OF_NODE.has((raw[at - (at % 2)] ?? '').toLowerCase()));
        resolve({
          status: response.statusCode ?? 0,
          headers: own,
          body: Buffer.concat(chunks).toString('base64'),
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The value of a header of a captured answer. */
export function headerOf({ headers }: CapturedAnswer, name: string): string | undefined {
  const at = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
  return at < 0 ? undefined : headers[at + 1];
}
