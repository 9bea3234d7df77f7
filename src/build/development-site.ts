import type { IncomingMessage } from 'node:http';
import { tellFirstAdminLink } from '../cli/first-admin.ts';
import { systemClock } from '../clock.ts';
import { parseConfiguration } from '../configuration.ts';
import { closeContext, createContext, type Context } from '../context.ts';
import { wordsFor } from '../language/words.ts';
import { createLog } from '../log.ts';
import type { LookFile } from '../look/look-files.ts';
import { loadSampleIfEmpty } from '../sample/load-sample.ts';
import { PROBLEM_PAGE } from '../web/admin/admin-answers.ts';
import { doorkeeperOf } from '../web/admin/doorkeeper.ts';
import { AdminGate } from '../web/admin/gate.ts';
import { localsFor } from '../web/astro-pages.ts';
import { clientAddressBehind } from '../web/client-address.ts';
import { Generations, type Generation } from '../web/generation.ts';
import { troubleInWords } from '../web/problem-in-words.ts';
import type { PageProblem } from '../web/render.ts';
import { resolve, type AdminPlace, type Refused } from '../web/resolve.ts';

/** What `astro dev` does with a request: make a page, send the reader elsewhere, or answer in its own way. */
export type DevelopmentAnswer =
  | DevelopmentPage
  | { readonly movedTo: string }
  /** What stands there is for the gate to say, which reads the request. */
  | { readonly admin: AdminPlace }
  | { readonly file: LookFile }
  | undefined;

interface DevelopmentPage {
  readonly page: string;
  readonly locals: App.Locals;
}

/** Opens the register as the server does, sample and all. */
export async function openRegister(): Promise<Context> {
  const configuration = parseConfiguration(process.env);
  const log = createLog({ level: configuration.logLevel, clock: systemClock });
  const context = await createContext({ configuration, clock: systemClock, log });
  await loadSampleIfEmpty(context);
  await tellFirstAdminLink(context, process.stdout);
  return context;
}

export { closeContext as closeRegister };

/** What stands at an address; everything anew each time, since that is what one develops for. */
export function answerAt(context: Context, target: string): DevelopmentAnswer {
  const file = Object.values(context.look.current().files).find(({ path }) => path === target);
  if (file) return { file };
  const generation = new Generations(context, () => undefined).current();
  const found = resolve(target, generation);
  if (found.kind === 'moved') return { movedTo: found.to };
  if (found.kind === 'admin') return { admin: found };
  if (found.kind === 'refused') return helpfulPage(context, found, generation);
  const { page, language, query } = found;
  return { page, locals: localsFor(context, { page, language, query, ...asOf(generation) }) };
}

/** What stands at an address of the admin form, for whoever asks for it. */
export async function admitAt(
  context: Context,
  request: IncomingMessage,
  place: AdminPlace,
): Promise<DevelopmentPage | { readonly movedTo: string } | { readonly methods: readonly string[] }> {
  const { publicUrl, trustProxy } = context.configuration;
  const clientAddress = clientAddressBehind(trustProxy);
  const gate = new AdminGate({ publicUrl, doorkeeper: doorkeeperOf(context), clientAddress });
  const decision = await gate.decide(request, place);
  if (decision.kind === 'elsewhere') return { movedTo: decision.to };
  if (decision.kind === 'no-method') return decision;
  const { language } = place;
  const { admin } = decision;
  const page = decision.kind === 'problem' ? PROBLEM_PAGE : admin.page;
  const generation = new Generations(context, () => undefined).current();
  return { page, locals: localsFor(context, { page, language, query: {}, admin, ...asOf(generation) }) };
}

/** The page about a wrong question; what is nowhere in the register may still be one of Vite's own modules. */
function helpfulPage(context: Context, refused: Refused, generation: Generation): DevelopmentAnswer {
  const { status, language, query, missing } = refused;
  if (language === undefined || (status === 404 && missing === undefined)) return undefined;
  const { editions } = generation.known;
  const trouble = { status, editions, ...(query && { query }), ...(missing && { missing }) };
  const message = troubleInWords(trouble, wordsFor(context.content, language));
  const problem: PageProblem = { status, message, ...(query && { parameter: query.parameter }) };
  const page = `/${String(status)}`;
  return { page, locals: localsFor(context, { page, language, query: {}, problem, ...asOf(generation) }) };
}

function asOf({ defaultLanguage, day }: Generation): {
  readonly defaultLanguage: string;
  readonly today: typeof day;
} {
  return { defaultLanguage, today: day };
}
