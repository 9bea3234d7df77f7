import { idOf } from '../../forms/field-view.ts';
import { hints, gapHint, rowsOf, type Form } from './form.ts';
import { labelOf, present } from './controls.ts';
import type { FormPart, RowButton } from './form-part.ts';

interface Rows {
  readonly legend?: string;
  readonly hint?: string | undefined;
  /** What one row is called: `Place 2`. */
  readonly called: (number: number) => string;
  /** What the button says that adds one. */
  readonly add: string;
  readonly row: (name: string) => readonly FormPart[];
  readonly before?: readonly FormPart[];
  /** Whether an empty row stands there when there is none. */
  readonly inviting?: boolean;
}

/** A set of members, each with a button that takes it away, and one that adds another. */
export function rows(form: Form, name: string, { called, add, row, before = [], ...rest }: Rows): FormPart {
  const id = idOf(name);
  const there = rowsOf(form, name);
  const shown = there.length === 0 && rest.inviting === true ? ['0'] : there;
  const legend = rest.legend ?? labelOf(form, name);
  return {
    kind: 'group',
    id,
    legend,
    hint: hints(gapHint(form, name), rest.hint),
    error: form.errors.get(name),
    parts: [
      present(name),
      ...before,
      ...shown.map((index, position): FormPart => {
        const own = `${name}.${index}`;
        const title = called(position + 1);
        return {
          kind: 'group',
          id: idOf(own),
          legend: title,
          row: true,
          error: form.errors.get(own),
          parts: row(own),
          buttons: [removeButton(form, own, id, `${legend}, ${title}`)],
        };
      }),
    ],
    buttons: [{ action: `add ${name}`, text: add, about: legend, repeat: id, to: id }],
  };
}

export function removeButton({ words }: Form, name: string, repeat: string, about: string): RowButton {
  return { action: `remove ${name}`, text: words.t('form.remove'), about, repeat, to: repeat };
}
