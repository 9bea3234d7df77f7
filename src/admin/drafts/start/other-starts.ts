import { CAPACITIES } from '../../../domain/subjects/scope.ts';
import { ORGANISATION } from '../../../domain/subjects/subject.ts';
import type { FieldProblem, ReceivedForm } from '../../../forms/received-form.ts';
import { freshId, lineIn, wrong, type Ground } from './ground.ts';
import type { Start } from './start.ts';
import { toAddScope, toChange, toChangeOrganisation } from './wishes.ts';

/** A scope that is there, or a new one by name. */
export function startScope(ground: Ground, form: ReceivedForm): Start | readonly FieldProblem[] {
  const { locals, register } = ground;
  const id = form.value('scope');
  if (id === '') return startNewScope(ground, form);
  const scope = register.scopes.get(id);
  if (!scope) return wrong(ground, 'scope', 'new-draft.problem.scope');
  return {
    title: locals.words.t('new-draft.title.scope', { name: locals.words.plain(scope.name) }),
    wishes: [toChange({ kind: 'scope', id })],
    lands: { kind: 'scope', id },
    opens: true,
  };
}

function startNewScope(ground: Ground, form: ReceivedForm): Start | readonly FieldProblem[] {
  const { locals, register } = ground;
  const name = lineIn(form, 'name');
  if (name === undefined) return wrong(ground, 'name', 'new-draft.problem.name');
  const capacity = CAPACITIES.find((one) => one === form.value('capacity'));
  if (!capacity) return wrong(ground, 'capacity', 'new-draft.problem.capacity');
  const id = freshId(ground, 'scope', name);
  const language = register.organisation?.defaultLanguage ?? locals.words.language;
  return {
    title: locals.words.t('new-draft.title.new-scope', { name }),
    wishes: [toAddScope(id, { [language]: name }, capacity)],
    lands: { kind: 'scope', id },
  };
}

export function startOrganisation({ locals }: Ground): Start {
  return {
    title: locals.words.t('new-draft.title.organisation'),
    wishes: [toChangeOrganisation()],
    lands: ORGANISATION,
    opens: true,
  };
}
