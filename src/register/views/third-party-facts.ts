import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { MessageKey } from '../../language/words.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { together, type AnsweredFact, type Answering } from './answers.ts';
import { otherParties, saidByOthers } from './chain.ts';
import { fieldFacts, type ToldParty } from './field-facts.ts';
import { processingFacts } from './processing-facts.ts';
import { namedProcessings, receivesData, type NamedProcessing } from './processing-names.ts';
import {
  OWN_FIELDS,
  PROCESSING_FIELDS,
  QUESTIONS,
  type OwnQuestion,
  type PlacedField,
  type ProcessingQuestion,
  type QuestionName,
} from './third-party-fields.ts';

/** A question of a reviewer, answered. */
export interface Question {
  readonly id: QuestionName;
  readonly title: string;
  /** The same in a word or two, for a list of contents. */
  readonly short: string;
  /** What is to be known before the facts: that it is no company, that it does nothing on the day. */
  readonly note: string | undefined;
  /** What it does, one by one; empty in every question but the one that asks it. */
  readonly processings: readonly NamedProcessing[];
  readonly facts: readonly AnsweredFact[];
  /** What is not stated, in one line. */
  readonly unstated: string | undefined;
}

/** Everything the register says of a third party but its history. */
export interface ThirdPartyFacts {
  readonly questions: readonly Question[];
}

/** Each question in a word or two: as the field is called that answers it, or by words of its own. */
const SHORT: Readonly<Record<QuestionName, MessageKey>> = {
  who: 'third-party.who',
  processing: 'third-party.purpose-and-role',
  data: 'field.third-party.processings/*/data',
  retention: 'field.third-party.processings/*/retention',
  places: 'field.third-party.processings/*/locations',
  transfer: 'field.third-party.processings/*/safeguards',
  use: 'field.third-party.processings/*/use',
  contract: 'third-party.contract',
  chain: 'third-party.chain',
  succession: 'third-party.succession',
  assurance: 'third-party.assurance',
  ai: 'third-party.ai',
};

/** Of one that is about to be read: itself, on a day, with all it does. */
interface Answered extends ToldParty {
  readonly id: string;
  readonly moment: Moment;
  readonly processings: readonly NamedProcessing[];
}

export function thirdPartyFacts(
  reader: Reader,
  moment: Moment,
  context: ToldParty['context'],
  id: string,
  thirdParty: ThirdParty,
): ThirdPartyFacts {
  const processings = namedProcessings(reader, moment, thirdParty);
  const party: Answered = { context, thirdParty, day: moment.day, id, moment, processings };
  return {
    questions: QUESTIONS.filter((name) => isAsked(party, name))
      .map((name) => question(reader, party, name))
      .filter(
        ({ facts, unstated, note }) => facts.length > 0 || unstated !== undefined || note !== undefined,
      ),
  };
}

/** Of what does nothing on the day, nobody asks how; artificial intelligence is spoken of where somebody did. */
function isAsked({ thirdParty, processings }: Answered, name: QuestionName): boolean {
  if (name === 'ai') return thirdParty.ai !== undefined;
  return !isOfProcessing(name) || name === 'processing' || processings.length > 0;
}

function isOfProcessing(name: QuestionName): name is ProcessingQuestion {
  return Object.hasOwn(PROCESSING_FIELDS, name);
}

function question(reader: Reader, party: Answered, name: QuestionName): Question {
  const { words } = reader;
  const { facts, unstated } = together(words, answeringTo(reader, party, name));
  return {
    id: name,
    title: words.t(`third-party.question.${name}`),
    short: words.t(SHORT[name]),
    note: noteOn(reader, party, name),
    processings: name === 'processing' ? party.processings : [],
    facts,
    unstated: unstatedLine(reader, facts, unstated),
  };
}

function answeringTo(reader: Reader, party: Answered, name: QuestionName): Answering[] {
  if (!isOfProcessing(name)) return [{ facts: ownFacts(reader, party, name) }];
  const isMissing = party.processings.some(receivesData);
  return party.processings.map((one) => {
    const facts = processingFacts(reader, party, name, one.id, one.processing);
    return { name: one.name, facts: isMissing ? facts : facts.map(notMissed) };
  });
}

function ownFacts(reader: Reader, party: Answered, name: OwnQuestion): Answering['facts'] {
  const { thirdParty, moment, id } = party;
  const fields = OWN_FIELDS[name].map((field) => (isMissed(thirdParty, name) ? field : notMissed(field)));
  return [
    ...saidByOthers(reader, moment, id, name),
    ...fieldFacts(party, fields, '', otherParties(reader, moment, thirdParty)),
  ];
}

/** A category of recipients has no contract and no legal entity, an unnamed one does not tell it: nothing is missing. */
function isMissed({ kind }: ThirdParty, name: OwnQuestion): boolean {
  if (name === 'who') return kind === 'service';
  return kind !== 'category' || name === 'assurance' || name === 'ai';
}

function notMissed<Placed extends Pick<PlacedField, 'missing'>>(placed: Placed): Placed {
  return { ...placed, missing: 'extra' };
}

function noteOn(
  { words }: Reader,
  { thirdParty, processings }: Answered,
  name: QuestionName,
): string | undefined {
  if (name === 'who' && thirdParty.kind !== 'service') return words.t(`third-party.${thirdParty.kind}`);
  if (name === 'processing' && processings.length === 0) return words.t('third-party.no-processing');
  return undefined;
}

function unstatedLine(
  { words }: Reader,
  facts: readonly AnsweredFact[],
  unstated: readonly string[],
): string | undefined {
  if (unstated.length === 0) return undefined;
  if (facts.length === 0) return words.t('third-party.nothing-stated');
  return words.t('third-party.unstated', { names: unstated.join(', ') });
}
