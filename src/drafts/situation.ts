import type { Temporal } from 'temporal-polyfill';
import { admit } from '../domain/admit.ts';
import { announce, organisationNow, type Announcement } from '../domain/announcement.ts';
import { digest, FIRST_LINK, link } from '../domain/chain.ts';
import type { NoticeDraft, Publication } from '../domain/draft.ts';
import { canonical } from '../domain/json.ts';
import {
  append,
  lastEdition,
  noticeOf,
  readRow,
  type Ledger,
  type PublishedNotice,
} from '../domain/ledger.ts';
import type { Labels, Notice } from '../domain/notice.ts';
import type { Problem, ProblemCode } from '../domain/problem.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import type { WritingContext } from '../register/writing-context.ts';

/** In which a draft is looked at: the moment, the notices published by then, the words of terms. */
export interface Situation {
  readonly now: Temporal.Instant;
  readonly ledger: Ledger;
  readonly content: WritingContext['content'];
}

/** What a hypothetical notice has in place of random bytes, so that planning twice gives the same. */
const NO_SALT = '0'.repeat(32);
const NO_REGISTER = '00000000-0000-4000-8000-000000000000';

function publicationIn({ now, content }: Situation, gaps: 'accept' | 'refuse' = 'refuse'): Publication {
  return {
    now,
    salt: NO_SALT,
    register: NO_REGISTER,
    labelsOf: (terms) => labelsOf(terms, content.vocabularies),
    gaps: gaps === 'accept' ? 'accept' : { eea: content.eea },
  };
}

/** The labels of the terms there are; of the others the gate never hears, they are told apart (`unknown-terms.ts`). */
function labelsOf(terms: readonly string[], vocabularies: WritingContext['content']['vocabularies']): Labels {
  return Object.fromEntries(
    terms.flatMap((term) => {
      const [vocabulary, id = ''] = term.split('/');
      const label = (vocabulary === 'data' ? vocabularies.data : vocabularies.subjects).get(id);
      return label ? [[term, { ...label }]] : [];
    }),
  );
}

/** The organisation as it is today, and the announcement that it would make now; undefined before the first edition. */
export function announcementIn(
  situation: Situation,
  first?: Organisation,
): { readonly organisation: Organisation; readonly announcement: Announcement } | undefined {
  const publication = publicationIn(situation);
  const organisation = organisationNow(situation.ledger, publication) ?? first;
  if (!organisation) return undefined;
  return { organisation, announcement: announce(situation.ledger, organisation, publication) };
}

/** What judging a draft came to. */
export interface Judged {
  readonly problems: readonly Problem[];
  readonly notice?: PublishedNotice;
  readonly ledger?: Ledger;
}

/** What keeps a sound draft from being published, but not from being shown as it will be. */
const MENDABLE: readonly ProblemCode[] = ['gap', 'reason-missing', 'too-early', 'contract-missing'];

/** Judges a draft by the gate of the ledger; one that is sound is shown even while something is missing. */
export function judge(situation: Situation, draft: NoticeDraft): Judged {
  const strict = admit(situation.ledger, draft, publicationIn(situation));
  if ('notice' in strict) return { problems: [], ...published(situation, strict.notice) };
  const { problems } = strict;
  if (problems.some(({ code }) => !MENDABLE.includes(code))) return { problems };
  const shown = leniently(situation, draft);
  return shown ? { problems, ...published(situation, shown) } : { problems };
}

const NO_REASON = { und: '-' };

/** The notice as it would be with a reason and without gaps. */
function leniently(situation: Situation, draft: NoticeDraft): Notice | undefined {
  const early = draft.revises ? {} : { shortNotice: true };
  const asked = { ...draft, ...early, reason: draft.reason ?? NO_REASON };
  const admission = admit(situation.ledger, asked, publicationIn(situation, 'accept'));
  if ('problems' in admission) return undefined;
  const { reason, ...others } = admission.notice;
  return reason === undefined || draft.reason === undefined ? others : { ...others, reason };
}

function published({ ledger }: Situation, notice: Notice): Pick<Required<Judged>, 'notice' | 'ledger'> {
  const edition = lastEdition(ledger) + 1;
  const payload = canonical(notice);
  const previous = noticeOf(ledger, edition - 1)?.hash ?? FIRST_LINK;
  const row = { edition, payload, hash: link(previous, digest(payload)) };
  const made = readRow(row);
  return { notice: made, ledger: append(ledger, [made]) };
}
