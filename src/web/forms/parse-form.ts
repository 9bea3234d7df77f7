import type { ReceivedForm } from '../../forms/received-form.ts';
import { MOST_FIELDS } from '../limits.ts';
import { formOf, type SentField } from './form-fields.ts';

/** Why a body is no form: not of a type that forms have, or not what its type says. */
export type FormFault = 'not-a-form' | 'broken-form';

/**
 * Reads the body of a posted form.
 *
 * @param type the header `Content-Type`
 * @param files whether the page takes files; on others a form with a file is broken
 */
export async function parseForm(
  body: Buffer,
  type: string | undefined,
  files: boolean,
): Promise<ReceivedForm | FormFault> {
  const kind = kindOf(type ?? '');
  if (kind === undefined) return 'not-a-form';
  const fields = kind === 'urlencoded' ? urlencoded(body) : await multipart(body, type ?? '');
  if (fields === undefined) return 'broken-form';
  const form = formOf(fields);
  const hasFile = fields.some(([name, value]) => typeof value !== 'string' && form?.file(name));
  return form === undefined || (hasFile && !files) ? 'broken-form' : form;
}

function kindOf(type: string): 'urlencoded' | 'multipart' | undefined {
  if (/^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) return 'urlencoded';
  return /^multipart\/form-data\s*;/i.test(type) ? 'multipart' : undefined;
}

/**
 * Fields of `a=b&c=d` (URL, section 5.1). Stricter than the platform's URLSearchParams, which would put the replacement
 * character where bytes are no UTF-8: what would be stored is then not what was typed.
 */
function urlencoded(body: Buffer): SentField[] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const pairs = text.split('&').filter((pair) => pair !== '');
    return pairs.length > MOST_FIELDS ? undefined : pairs.map(fieldOf);
  } catch {
    return undefined;
  }
}

function fieldOf(pair: string): SentField {
  const mark = pair.indexOf('=');
  const [name, value] = mark < 0 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
  return [decoded(name), decoded(value)];
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

async function multipart(body: Buffer, type: string): Promise<SentField[] | undefined> {
  try {
    // The bytes are the body's alone: Buffer says only that they may be shared memory.
    const bytes = new Uint8Array(body);
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    return await Promise.all([...data].map(sentField));
  } catch {
    return undefined;
  }
}

async function sentField([name, value]: [string, FormDataEntryValue]): Promise<SentField> {
  if (typeof value === 'string') return [name, value];
  return [name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }];
}
