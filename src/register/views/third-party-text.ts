import type { Words } from '../../language/words.ts';
import type { Answer, AnsweredFact } from './answers.ts';
import type { FactValue } from './fact.ts';
import type { HistoryEntry } from './history.ts';
import type { NamedProcessing } from './processing-names.ts';
import type { Question } from './third-party-facts.ts';

/** What a page says of a third party, to be told without a page. */
export interface TextSource {
  readonly name: string;
  /** Who stands behind it, whether it is in use. */
  readonly about: readonly string[];
  readonly questions: readonly Question[];
  readonly history: {
    readonly title: string;
    readonly entries: readonly HistoryEntry[];
    readonly none: string | undefined;
  };
  /** Which register says so, on which day, at which address. */
  readonly source: string;
}

/** The whole page as plain text, question by question, as it goes into a questionnaire or a mail. */
export function thirdPartyText(words: Words, source: TextSource): string {
  const { name, about, questions, history } = source;
  return [
    [name, ...about],
    ...questions.map((question) => [question.title, ...questionLines(words, question)]),
    [
      history.title,
      ...(history.none === undefined ? [] : [history.none]),
      ...history.entries.flatMap((entry) => historyLines(words, entry)),
    ],
    [source.source],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function questionLines(words: Words, { note, processings, facts, unstated }: Question): string[] {
  return [
    ...(note === undefined ? [] : [note]),
    ...processings.map((one) => purposeLine(words, one)),
    ...facts.flatMap((fact) => factLines(words, fact)),
    ...(unstated === undefined ? [] : [unstated]),
  ];
}

function purposeLine(words: Words, { scope, purpose }: NamedProcessing): string {
  return labelled(words, scope.text, purpose.text);
}

function factLines(words: Words, { label, answers }: AnsweredFact): string[] {
  return answers.map((answer) => labelled(words, labelOf(words, label, answer), valuesIn(words, answer)));
}

function labelOf(words: Words, label: string, { of }: Answer): string {
  if (of.length === 0) return label;
  return words.t('third-party.label-of', { label, names: of.map(({ text }) => text).join('') });
}

function valuesIn(words: Words, { values }: Answer): string {
  return values.map((value) => valueText(words, value)).join(words.t('general.separator'));
}

/** With what a page tells by a mark, a link or a line below. */
function valueText(words: Words, { text, href, flag, more = [], notes = [] }: FactValue): string {
  const address = href === undefined || isTold(text, href) ? [] : [href];
  const below = more.map((line) =>
    line.href === undefined ? line.text : labelled(words, line.text, line.href),
  );
  const beside = [...(flag === undefined ? [] : [flag]), ...address, ...below, ...notes];
  return beside.length === 0 ? text : `${text} (${beside.join(words.t('general.separator'))})`;
}

/** Mailboxes and addresses are their own text; a link to another third party leads on within the register alone. */
function isTold(text: string, href: string): boolean {
  return href.startsWith('/') || href.startsWith('mailto:') || href === text || href === `${text}/`;
}

/** A notice by its days, its marks, what became of it and what it meant for this third party. */
function historyLines(words: Words, { days, title, tags, revisions, groups }: HistoryEntry): string[] {
  const told = [title, ...tags.map(({ text }) => text), ...revisions.map(({ text }) => text)];
  return [
    labelled(words, days.map(({ label, text }) => `${label} ${text}`).join(' · '), told.join(' · ')),
    ...groups.flatMap(({ meanings }) => meanings.map(({ sentence }) => `– ${sentence}`)),
  ];
}

function labelled(words: Words, label: string, text: string): string {
  return words.t('third-party.labelled', { label, text });
}
