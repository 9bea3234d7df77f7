import { ORGANISATION, type Subject } from '../../../domain/subjects/subject.ts';
import type { Processing } from '../../../domain/subjects/processing.ts';
import type { Capacity, Scope } from '../../../domain/subjects/scope.ts';
import type { ThirdParty } from '../../../domain/subjects/third-party.ts';
import type { Text } from '../../../domain/text.ts';
import type { Wish } from './wish.ts';
import {
  besides,
  processingsOf,
  takenOver,
  withoutProcessings,
  withProcessings,
  type Processings,
} from './processing-copies.ts';

function thirdParty(id: string): Subject {
  return { kind: 'third-party', id };
}

/** A third party that is new, with what is known of it. */
export function toAdd(id: string, state: ThirdParty): Wish {
  return { subject: thirdParty(id), become: () => state };
}

/** A subject that is there already: what changes is said in its form. */
export function toChange(subject: Subject): Wish {
  return {
    subject,
    become: ({ organisation, scopes, thirdParties }) => {
      if (subject.kind === 'organisation') return organisation;
      return subject.kind === 'scope' ? scopes.get(subject.id) : thirdParties.get(subject.id);
    },
  };
}

export function toChangeOrganisation(): Wish {
  return toChange(ORGANISATION);
}

export function toAddScope(id: string, name: Text, capacity: Capacity): Wish {
  const scope: Scope = { name, capacity };
  return { subject: { kind: 'scope', id }, become: () => scope };
}

/** @param scopes from which it is removed; none: from all */
export function toRemove(id: string, scopes: ReadonlySet<string>): Wish {
  return {
    subject: thirdParty(id),
    become: (eve) => {
      const state = eve.thirdParties.get(id);
      return state && withoutProcessings(state, scopes);
    },
  };
}

export interface Replacement {
  readonly old: string;
  readonly scopes: ReadonlySet<string>;
  readonly by: { readonly id: string; readonly state: ThirdParty | undefined };
  /** Whether it takes over what the old one is there for. */
  readonly takesOver: boolean;
  /** Where and under which safeguard the new one is known to keep data. */
  readonly known: Pick<Processing, 'locations' | 'safeguards'>;
}

/** One third party goes, another takes its place: two changes that readers see as one. */
export function toReplace({ old, scopes, by, takesOver, known }: Replacement): Wish[] {
  const successor: Wish = {
    subject: thirdParty(by.id),
    become: (eve) => {
      const state = eve.thirdParties.get(by.id) ?? by.state;
      if (!state) return undefined;
      const gone = processingsOf(eve.thirdParties.get(old))
        .filter(([, { scope }]) => scopes.size === 0 || scopes.has(scope))
        .map(([id, processing]) => [id, { ...takenOver(processing), ...known }] as const);
      const named = { ...state, replaces: [...new Set([...(state.replaces ?? []), old])] };
      return withProcessings(named, besides(state.processings ?? {}, takesOver ? gone : []));
    },
  };
  return [successor, toRemove(old, scopes)];
}

export interface Merger {
  /** At least two, or one that goes on under another id. */
  readonly from: readonly string[];
  readonly into: { readonly id: string; readonly name: string };
}

/** Several third parties go on as one: everything that happened with the data goes on happening. */
export function toMerge({ from, into }: Merger): Wish[] {
  const others = from.filter((id) => id !== into.id);
  const heir: Wish = {
    subject: thirdParty(into.id),
    become: (eve) => {
      const parts = others.flatMap((id) => eve.thirdParties.get(id) ?? []);
      const state = eve.thirdParties.get(into.id) ?? renamed(parts[0], into.name);
      if (!state) return undefined;
      const rows = parts.flatMap(processingsOf);
      const continues = [...new Set([...(state.continues ?? []), ...others])];
      return withProcessings({ ...state, continues }, besides(state.processings ?? {}, rows));
    },
  };
  return [heir, ...others.map((id) => toRemove(id, new Set()))];
}

export interface Split {
  readonly from: string;
  readonly into: readonly {
    readonly id: string;
    readonly name: string;
    readonly processings: ReadonlySet<string>;
  }[];
}

/** One third party goes on as several, each with the processings it is given; the rest stays where it is. */
export function toSplit({ from, into }: Split): Wish[] {
  const given = new Set(into.flatMap(({ processings }) => [...processings]));
  const parts = into.map(({ id, name, processings }): Wish => ({
    subject: thirdParty(id),
    become: (eve) => {
      const whole = eve.thirdParties.get(from);
      const state = renamed(whole, name);
      return (
        state &&
        withProcessings(
          { ...state, continues: [from] },
          only(whole, (key) => processings.has(key)),
        )
      );
    },
  }));
  const rest: Wish = {
    subject: thirdParty(from),
    become: (eve) => {
      const whole = eve.thirdParties.get(from);
      return (
        whole &&
        withProcessings(
          whole,
          only(whole, (key) => !given.has(key)),
        )
      );
    },
  };
  return [...parts, rest];
}

function only(whole: ThirdParty | undefined, asked: (id: string) => boolean): Processings {
  return Object.fromEntries(processingsOf(whole).filter(([id]) => asked(id)));
}

/** The same recipient under another name: what stands in its own history (what it replaced or continued) stays there. */
function renamed(state: ThirdParty | undefined, name: string): ThirdParty | undefined {
  if (!state) return undefined;
  const { replaces: _replaces, continues: _continues, processings: _processings, ...rest } = state;
  return { ...rest, name: { und: name } };
}
