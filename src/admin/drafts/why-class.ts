import { isNoticeType, type ChangeType } from '../../domain/change-types.ts';
import type { PublishedNotice, Ledger } from '../../domain/ledger.ts';
import type { Change, Effect } from '../../domain/notice.ts';
import { registerOn } from '../../domain/register-on.ts';
import type { Register } from '../../domain/register.ts';
import { named, nameIn } from '../../language/telling.ts';
import { lawLink, type Link } from '../../register/views/link.ts';
import type { Locals } from '../reader.ts';

/** Why a notice is of its class: scope by scope, with what the law says of it. */
export interface WhyClass {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly reasons: readonly string[];
  readonly law: Link | undefined;
}

/** The notice a draft would be, in the ledger it would be the last of. */
export interface Hypothetical {
  readonly notice: PublishedNotice;
  readonly ledger: Ledger;
}

export function whyClass(locals: Locals, { notice, ledger }: Hypothetical): WhyClass {
  const { words } = locals;
  const register = registerOn(ledger, notice.effectiveOn);
  const freed = notice.marks.find((mark) => mark === 'baseline' || mark === 'correction');
  const legal = words.legal('notice');
  const effects = notice.changes.flatMap((change) => change.effects);
  return {
    title: words.t('draft.why.title'),
    label: words.t(`class.${notice.class}`),
    hint: words.t(`class.${notice.class}.hint`),
    reasons: freed
      ? [words.t(`mark.${freed}.hint`)]
      : [...new Set(notice.changes.flatMap((change) => reasonsOf(locals, register, change)))],
    law: effects.some(isAskedByLaw) ? lawLink(legal, `${legal.label} (${legal.citation})`) : undefined,
  };
}

function reasonsOf(locals: Locals, register: Register, change: Change): string[] {
  const name = nameOf(locals, register, change);
  const renamed = change.fields.some(({ field }) => field === 'entity/name');
  return change.effects.map((effect) => reasonOf(locals, register, { name, renamed }, effect));
}

/** The one who is told about, and whether the legal person behind it gets another name. */
interface About {
  readonly name: string;
  readonly renamed: boolean;
}

function reasonOf({ words }: Locals, register: Register, { name, renamed }: About, effect: Effect): string {
  const { scope, types } = effect;
  const values = {
    name,
    scope:
      scope === null ? words.t('general.all-scopes') : words.plain(register.scopes.get(scope)?.name) || scope,
    types: words.list(types.map((type) => words.t(`notice-title.type.${type}`))),
    organisation: register.organisation?.name ?? '',
  };
  if (isAskedByLaw(effect)) return words.t('draft.why.binds', values);
  if (effect.class === 'needs-notice') return words.t('draft.why.binds-more', values);
  if (effect.class === 'editorial') return words.t('draft.why.editorial', values);
  if (renamed && types.includes('renamed')) return words.t('draft.why.renamed', values);
  if (!types.some(isNoticeType)) return words.t('draft.why.told', values);
  const controller = scope !== null && register.scopes.get(scope)?.capacity === 'controller';
  return words.t(controller ? 'draft.why.controller' : 'draft.why.not-subprocessor', values);
}

// With another role or another legal person somebody becomes a subprocessor who was none.
const ADDITIONS: readonly ChangeType[] = ['added', 'entity-replaced', 'role-changed'];

/**
 * Whether the law itself asks for the notice: it names the addition and the replacement of subprocessors (GDPR article
 * 28(2); clauses 9(a) and 7.7(a)). That other changes are announced in advance is contract and good practice.
 */
function isAskedByLaw({ class: noticeClass, types }: Effect): boolean {
  return noticeClass === 'needs-notice' && types.some((type) => ADDITIONS.includes(type));
}

/** What is removed is called as it was; its state is kept without processings. */
/** Of a scope the reason names the scope itself already: there it is the organisation that acts. */
function nameOf({ words }: Locals, { thirdParties, organisation }: Register, { subject }: Change): string {
  const state = subject.kind === 'third-party' ? thirdParties.get(subject.id) : organisation;
  return named(words, subject.id, nameIn(state)).name;
}
