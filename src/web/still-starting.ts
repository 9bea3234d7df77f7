import type { RequestListener } from 'node:http';
import { PlainAnswers } from './plain-answers.ts';
import type { FlatHeaders } from './security-headers.ts';
import { send } from './send.ts';

/** Answers while the registry reads its ledger: the port is taken, but there is nothing to say yet. */
export function stillStarting(headers: FlatHeaders): RequestListener {
  const wait = new PlainAnswers(headers).text(503, 'The register is starting.', ['Retry-After', '1']);
  return (request, response) => {
    send(request, response, wait, wait.identity);
  };
}
