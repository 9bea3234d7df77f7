import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { ValueContext } from '../../language/field-values.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { chainFacts } from './chain.ts';
import type { Fact } from './fact.ts';
import { fieldFacts, type FieldFacts } from './field-facts.ts';
import { notStated, phraseOf, type Phrase } from './phrase.ts';
import { processingFacts } from './processing-facts.ts';
import { scopeAt, scopeName } from './scope-name.ts';
import type { Tag } from './tag.ts';
import { SECTIONS, type PlacedField } from './third-party-fields.ts';

/** Facts under one heading. */
export interface FactSection {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** What is not stated either, in one line. */
  readonly unstated: string | undefined;
}

/** What a third party does for one scope. */
export interface ProcessingSection {
  readonly id: string;
  readonly scope: Phrase;
  /** What it is for: the heading of the card. */
  readonly purpose: Phrase;
  readonly role: Tag;
  readonly facts: readonly Fact[];
  readonly unstated: string | undefined;
}

export interface ThirdPartyFacts {
  readonly processing: {
    readonly title: string;
    /** That it does nothing on the day. */
    readonly none: string | undefined;
    readonly sections: readonly ProcessingSection[];
  };
  readonly sections: readonly FactSection[];
}

export function thirdPartyFacts(
  reader: Reader,
  moment: Moment,
  context: ValueContext,
  id: string,
  thirdParty: ThirdParty,
): ThirdPartyFacts {
  const { words } = reader;
  const processings = processingSections(reader, moment, context, thirdParty);
  const chain = chainFacts(reader, moment, id, thirdParty);
  const section = (
    name: 'who' | 'contract' | 'assurance' | 'ai',
    fields: readonly PlacedField[],
  ): FactSection =>
    factSection(reader, name, words.t(`third-party.${name}`), fieldFacts(context, thirdParty, fields));
  return {
    processing: {
      title: words.t('third-party.processing'),
      none: processings.length > 0 ? undefined : words.t('third-party.no-processing'),
      sections: processings,
    },
    sections: [
      section('who', thirdParty.kind === 'service' ? SECTIONS.who : SECTIONS.who.map(notNeeded)),
      section(
        'contract',
        thirdParty.kind === 'category' ? SECTIONS.contract.map(notNeeded) : SECTIONS.contract,
      ),
      section('assurance', SECTIONS.assurance),
      ...(thirdParty.ai ? [section('ai', SECTIONS.ai)] : []),
      ...(chain.length > 0
        ? [{ id: 'chain', title: words.t('third-party.chain'), facts: chain, unstated: undefined }]
        : []),
    ],
  };
}

/** A category of recipients has no legal entity, an unnamed one does not tell it: nothing is missing there. */
function notNeeded({ path }: PlacedField): PlacedField {
  return { path, missing: 'extra' };
}

function factSection(
  reader: Reader,
  id: string,
  title: string,
  { facts, unstated }: FieldFacts,
): FactSection {
  return { id, title, facts, unstated: unstatedLine(reader, facts, unstated) };
}

function unstatedLine(
  { words }: Reader,
  facts: readonly Fact[],
  unstated: readonly string[],
): string | undefined {
  if (facts.length === 0) return words.t('third-party.nothing-stated');
  return unstated.length === 0 ? undefined : words.t('third-party.unstated', { names: unstated.join(', ') });
}

function processingSections(
  reader: Reader,
  moment: Moment,
  context: ValueContext,
  thirdParty: ThirdParty,
): ProcessingSection[] {
  const { words } = reader;
  const marks = (id: string) => ({ paths: thirdParty.outdated, path: `processings/${id}/purpose` });
  return Object.entries(thirdParty.processings ?? {})
    .map(([id, processing]) => {
      const { facts, unstated } = processingFacts(reader, context, thirdParty, id, processing);
      return {
        id,
        scope: scopeName(reader, scopeAt(moment, processing.scope), processing.scope),
        purpose: phraseOf(words, words.text(processing.purpose, marks(id))) ?? notStated(words),
        role: {
          text: words.role(processing.role),
          tone: 'strong',
          hint: words.t(`role.${processing.role}.hint`),
        },
        facts,
        unstated: unstatedLine(reader, facts, unstated),
      } satisfies ProcessingSection;
    })
    .sort((a, b) => words.compare(a.scope.text, b.scope.text) || words.compare(a.id, b.id));
}
