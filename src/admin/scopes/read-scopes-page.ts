import type { Scope } from '../../domain/subjects/scope.ts';
import type { Link } from '../../register/views/link.ts';
import { phraseOf, type Phrase } from '../../register/views/phrase.ts';
import type { PlannedChange } from '../../register/views/planned.ts';
import { scopeName } from '../../register/views/scope-name.ts';
import { snapshotOn } from '../../register/snapshot.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { plannedAbout } from '../dashboard/planned-for-staff.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { SummaryFact } from '../page-parts.ts';
import { comingScopes } from './coming-scopes.ts';

/** One scope as it stands, with what is announced for it. */
export interface DeskScope {
  readonly id: string;
  readonly name: Phrase;
  readonly facts: readonly SummaryFact[];
  readonly planned: readonly PlannedChange[];
  readonly change: Link | undefined;
}

export interface ScopesPage {
  readonly frame: AdminFrame;
  readonly add: Link | undefined;
  readonly scopes: readonly DeskScope[];
  readonly planned: string;
  readonly none: string;
}

export function readScopesPage(reader: AdminReader): ScopesPage {
  const { words, addresses, context, today } = reader;
  const { scopes } = snapshotOn(context.ledger.current(), today);
  const isAdmin = may(reader, 'admin');
  const all = [...scopes, ...comingScopes(context.ledger.current(), today)];
  return {
    frame: adminFrame(reader, {
      title: words.t('admin.nav.scopes'),
      section: 'scopes',
      lead: words.t('desk.scopes.lead'),
    }),
    // Before the first edition there is nothing that a scope could be added to.
    add:
      isAdmin && all.length > 0
        ? { text: words.t('desk.scopes.add'), href: adminAddresses(addresses).newDraft({ what: 'scope' }) }
        : undefined,
    scopes: all
      .map(([id, scope]) => deskScope(reader, id, scope, isAdmin))
      .sort((one, other) => words.compare(one.name.text, other.name.text)),
    planned: words.t('register.planned'),
    none: words.t('desk.scopes.none'),
  };
}

function deskScope(reader: AdminReader, id: string, scope: Scope, isAdmin: boolean): DeskScope {
  const { words, addresses } = reader;
  return {
    id,
    name: scopeName(reader, scope, id),
    facts: factsOf(reader, id, scope),
    planned: plannedAbout(reader, { kind: 'scope', id }),
    change: isAdmin
      ? {
          text: words.t('desk.change'),
          href: adminAddresses(addresses).newDraft({ what: 'scope', scope: id }),
        }
      : undefined,
  };
}

function factsOf(reader: AdminReader, id: string, scope: Scope): SummaryFact[] {
  const { words } = reader;
  const description = phraseOf(
    words,
    words.text(scope.description, { paths: scope.outdated, path: 'description' }),
  );
  const fact = (name: 'description' | 'domains' | 'capacity', values: readonly Phrase[]): SummaryFact[] =>
    values.length === 0 ? [] : [{ label: words.fieldName('scope', name), values }];
  return [
    ...fact('capacity', [{ text: words.t(`capacity.${scope.capacity}`) }]),
    ...fact('description', description ? [description] : []),
    ...fact('domains', scope.domains ? [{ text: scope.domains.join(', ') }] : []),
    { label: words.t('desk.scopes.third-parties'), values: [usedBy(reader, id)] },
    { label: words.t('desk.scopes.id'), values: [{ text: id }] },
  ];
}

/** How many third parties are in use there, leading to them. */
function usedBy({ words, addresses, context, today }: AdminReader, id: string): Phrase {
  const { thirdParties } = snapshotOn(context.ledger.current(), today);
  const count = [...thirdParties.values()].filter(({ processings = {} }) =>
    Object.values(processings).some(({ scope }) => scope === id),
  ).length;
  return {
    text: words.t('register.shown-all', { count }),
    href: adminAddresses(addresses).thirdParties({ scope: id }),
  };
}
